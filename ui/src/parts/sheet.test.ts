import { describe, expect, it } from "vitest";
import type { SheetCell } from "../bindings/SheetCell";
import { cellClass, columnWidths, focusOf, inSight, neighbour, spill, whereIs } from "./sheet";

const cell = (place: string, text: string, more: Partial<SheetCell> = {}): SheetCell => ({ place, text, number: false, span: 1, found: null, mark: null, ...more });
const narrow = [42, 42, 42];
const check = (cells: SheetCell[], spans: number[]) => expect(spill({ cells }, narrow).map((drawn) => drawn.span)).toEqual(spans);

describe("long words", () => {
  it("run on over empty cells", () => check([cell("A1", "a long line"), cell("B1", ""), cell("C1", "")], [3]));
  it("stop before a cell that says something", () => check([cell("A1", "a long line"), cell("B1", ""), cell("C1", "x")], [2, 1]));
  it("stop before a cell that means something", () => check([cell("A1", "a long line"), cell("B1", "", { found: "asked" }), cell("C1", "")], [1, 1, 1]));
  it("stay when they fit", () => check([cell("A1", "abc"), cell("B1", ""), cell("C1", "")], [1, 1, 1]));
  it("keep a merged range", () => check([cell("A1", "ab", { span: 2 }), cell("C1", "")], [2, 1]));
});

describe("a sheet", () => {
  const sheet = {
    file: "a.xlsx",
    tabs: [],
    columns: [{ letter: "A", width: 4 }, { letter: "B", width: 4 }],
    rows: [
      { number: 5, cells: [cell("A5", "x"), cell("B5", "1", { found: "asked" })] },
      { number: 6, cells: [cell("A6", "y"), cell("B6", "2", { found: "evidence" })] },
    ],
    cut: false,
  };
  it("shows the evidence first", () => expect(focusOf(sheet)).toBe("B6"));
  it("knows where a cell stands, whatever row the window starts with", () => expect(whereIs(sheet, [50, 60], "B6")).toEqual({ row: 1, left: 50, width: 60 }));
  it("knows when a cell is outside", () => expect(whereIs(sheet, [50, 60], "Z9")).toBeNull());
  it("draws no number as running text", () => check([cell("A1", "12345678901", { number: true }), cell("B1", ""), cell("C1", "")], [1, 1, 1]));
});

describe("a column is as wide as", () => {
  const width = (declared: number, ...cells: SheetCell[][]) =>
    columnWidths({ columns: [{ letter: "A", width: declared }, { letter: "B", width: 9 }], rows: cells.map((row, number) => ({ number, cells: row })) })[0];
  const px = (characters: number) => characters * 7 + 14;
  it("what stands in it, though the sheet gave it more", () => expect(width(60, [cell("A1", "Penjualan"), cell("B1", "1")])).toBe(px(9)));
  it("the sheet gave it, though more stands in it", () => expect(width(8, [cell("A1", "Penjualan"), cell("B1", "1")])).toBe(px(8)));
  it("its longest number needs, whatever the sheet gave it", () => expect(width(4, [cell("A1", "1,787,450,000", { number: true }), cell("B1", "")])).toBe(px(13)));
  it("a few letters, where its words run on over an empty neighbour", () => expect(width(60, [cell("A1", "LAPORAN KINERJA BULANAN"), cell("B1", "")])).toBe(px(6)));
  it("a few letters, where a title is merged over it", () => expect(width(60, [cell("A1", "LAPORAN KINERJA BULANAN", { span: 2 })])).toBe(px(6)));
});

describe("rows in sight", () => {
  it("are those on the screen and some around", () => expect(inSight(24_000, 480, 200_000)).toEqual({ from: 980, to: 1040 }));
  it("never leave the sheet", () => expect(inSight(99_999, 480, 30)).toEqual({ from: 30, to: 30 }));
  it("are all of a short sheet", () => expect(inSight(0, 480, 12)).toEqual({ from: 0, to: 12 }));
});

describe("a cell's class", () => {
  it("says what was made of it", () => {
    expect(cellClass(cell("A1", "1", { number: true, found: "value" }), null)).toBe("num found");
    expect(cellClass(cell("A1", "1", { found: "value" }), "A1")).toBe("chosen");
    expect(cellClass(cell("A1", "1", { found: "asked" }), null)).toBe("asked");
    expect(cellClass(cell("A1", "1O5", { mark: "refused" }), null)).toBe("wrong");
  });
});

describe("pointing by the arrow keys", () => {
  const row = (number: number, texts: string[]) => ({ number, cells: texts.map((text, at) => cell(`${"ABC"[at]}${number}`, text)) });
  const sheet = { rows: [row(1, ["No", "Target", "Total"]), row(2, ["", "", ""]), row(3, ["1", "", "12"])] };
  const check = (from: string, key: string, to: string | null) => expect(neighbour(sheet, from, key)).toBe(to);
  it("goes to the next cell that says something", () => {
    check("C1", "ArrowDown", "C3");
    check("B1", "ArrowDown", "A3");
    check("C3", "ArrowLeft", "A3");
    check("A3", "ArrowUp", "A1");
  });
  it("stays at the edge", () => {
    check("C3", "ArrowRight", null);
    check("A1", "ArrowUp", null);
    check("A1", "Enter", null);
  });
});
