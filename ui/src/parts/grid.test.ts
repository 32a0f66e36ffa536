import { describe, expect, it } from "vitest";
import { after, begins, longestOf, moved, within } from "./grid";

const press = (key: string, held: Partial<{ ctrlKey: boolean; shiftKey: boolean; altKey: boolean; metaKey: boolean }> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const at = { row: 1, column: 1 };

describe("in a grid of three rows and four columns", () => {
  it("arrows go one cell and stop at the edge", () => {
    expect(moved(press("ArrowDown"), at, 3, 4)).toEqual({ row: 2, column: 1 });
    expect(moved(press("ArrowDown"), { row: 2, column: 1 }, 3, 4)).toEqual({ row: 2, column: 1 });
    expect(moved(press("ArrowLeft"), { row: 0, column: 0 }, 3, 4)).toEqual({ row: 0, column: 0 });
  });
  it("Ctrl with an arrow, Home and End go to the edges", () => {
    expect(moved(press("ArrowRight", { ctrlKey: true }), at, 3, 4)).toEqual({ row: 1, column: 3 });
    expect(moved(press("Home"), at, 3, 4)).toEqual({ row: 1, column: 0 });
    expect(moved(press("End", { ctrlKey: true }), at, 3, 4)).toEqual({ row: 2, column: 3 });
  });
  it("other keys lead nowhere", () => {
    expect(moved(press("a"), at, 3, 4)).toBeNull();
    expect(moved(press("ArrowUp", { altKey: true }), at, 3, 4)).toBeNull();
  });
  it("Enter goes down after typing, Tab goes on, Shift goes back", () => {
    expect(after(press("Enter"), at, 3, 4)).toEqual({ row: 2, column: 1 });
    expect(after(press("Tab"), at, 3, 4)).toEqual({ row: 1, column: 2 });
    expect(after(press("Tab", { shiftKey: true }), at, 3, 4)).toEqual({ row: 1, column: 0 });
    expect(after(press("Escape"), at, 3, 4)).toBeNull();
  });
  it("an empty grid has a place all the same", () => expect(within(at, 0, 0)).toEqual({ row: 0, column: 0 }));
});

describe("editing begins", () => {
  it("with the cell's text by Enter and F2, anew by a letter", () => {
    expect(begins(press("Enter"), "300")).toBe("300");
    expect(begins(press("F2"), "300")).toBe("300");
    expect(begins(press("5"), "300")).toBe("5");
  });
  it("by no shortcut", () => {
    expect(begins(press("c", { ctrlKey: true }), "300")).toBeNull();
    expect(begins(press("ArrowUp"), "300")).toBeNull();
    expect(begins(press(" "), "300")).toBeNull();
  });
});

describe("the room that figures need", () => {
  const cell = (text: string) => ({ key: text, text, plain: text, quiet: false, beside: "", lacking: false, editable: true });
  const row = (...texts: string[]) => ({ key: "", title: "", note: "", group: "", unit: "", cells: texts.map(cell) });
  it("is that of the longest, of whatever row", () => {
    expect(longestOf([row("20.0", ""), row("5,000,000,000", "6")])).toBe(13);
    expect(longestOf([])).toBe(0);
  });
});
