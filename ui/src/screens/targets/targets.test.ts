import { describe, expect, it } from "vitest";
import { targets } from "../../../test/fixtures/targets";
import { entry, gridRows } from "./targets";

describe("the targets grid", () => {
  it("heads each group once, and marks what was carried on", () => {
    const rows = gridRows(targets.rows);
    expect(rows.map((row) => row.group)).toEqual(["Commercial", "", "Operational"]);
    expect(rows[0]?.cells.map((cell) => cell.quiet)).toEqual([false, true, false, true]);
  });
  it("sets a cell at once as long as its quarter has not begun", () => {
    expect(entry(targets, { row: 0, column: 3 }, "900")).toEqual({ cell: { kpi: "revenue", period: "2026-Q4", text: "900" }, amends: null });
  });
  it("asks for day and reason where a target holds already", () => {
    const set = entry(targets, { row: 0, column: 2 }, "900");
    expect(set?.amends).toMatchObject({ from: "2026-08-10", what: "Revenue against target, Q3: 900 instead of 5400000000" });
    expect(entry(targets, { row: 0, column: 0 }, "900")?.amends?.from).toBe("");
    expect(entry(targets, { row: 7, column: 0 }, "900")).toBeNull();
  });
});
