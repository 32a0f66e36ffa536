import { describe, expect, it } from "vitest";
import { box, path, thickness } from "./picture";

describe("a picture", () => {
  it("is as large as it was drawn, at 96 px an inch", () => expect(box({ width: 7500, height: 1200 })).toEqual({ width: 100, height: 16 }));
  it("keeps its proportions at another width", () => expect(box({ width: 7500, height: 1200 }, 50)).toEqual({ width: 50, height: 8 }));
  it("fills the room it is given", () => expect(box({ width: 14_600, height: 4000 }, 50, 20)).toEqual({ width: 50, height: 20 }));
  it("has room for nothing when nothing is drawn", () => expect(box({ width: 0, height: 0 }, 50)).toEqual({ width: 0, height: 0 }));
  it("never draws a line thinner than a pixel", () => expect([thickness(53), thickness(150)]).toEqual([1, 2]));
});

describe("a path", () => {
  it("goes through its points", () => expect(path([0, 1, 2, 3], false)).toBe("M0 1L2 3"));
  it("closes when it is filled", () => expect(path([0, 0, 4, 0, 2, 3], true)).toBe("M0 0L4 0L2 3Z"));
  it("ignores half a point", () => expect(path([0, 1, 2], false)).toBe("M0 1"));
});
