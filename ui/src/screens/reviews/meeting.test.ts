import { describe, expect, it } from "vitest";
import { move, pace } from "./meeting";

const agenda = [10, 8, 7, 10, 5].map((minutes) => ({ minutes }));

describe("the pace of a meeting", () => {
  it("counts what is left of the item at hand", () =>
    expect(pace(agenda, 1, 13 * 60 + 2)).toMatchObject({ minute: 13, total: 40, left: 5, behind: 0 }));
  it("fills the item's bar", () => expect(pace(agenda, 0, 300).part).toBe(0.5));
  it("says how late an item is", () => expect(pace(agenda, 0, 13 * 60)).toMatchObject({ left: 0, part: 1, behind: 3 }));
  it("says how early an item is", () => expect(pace(agenda, 1, 6 * 60)).toMatchObject({ left: 8, part: 0, behind: -4 }));
  it("is on time at the very edge", () => expect(pace(agenda, 0, 600)).toMatchObject({ left: 0, behind: 0 }));
  it("never runs backwards", () => expect(pace(agenda, 0, -5)).toMatchObject({ minute: 0, left: 10, part: 0 }));
});

describe("the keys of a meeting", () => {
  const key = (name: string, typing = false, ctrlKey = false) => move({ key: name, ctrlKey, metaKey: false, altKey: false }, typing);
  it("go on and back", () => expect([key("ArrowRight"), key("ArrowLeft"), key("PageDown"), key("PageUp")]).toEqual(["next", "back", "next", "back"]));
  it("add an action", () => expect(key("a")).toBe("add"));
  it("belong to a field while something is typed, but for Escape", () =>
    expect([key("ArrowRight", true), key("a", true), key("Escape", true)]).toEqual([null, null, "leave"]));
  it("leave shortcuts alone", () => expect(key("a", false, true)).toBeNull());
});
