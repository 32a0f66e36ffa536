import { describe, expect, it } from "vitest";
import { targets, targetsOf } from "../../../test/fixtures/targets";
import { entry, gridRows } from "./targets";

describe("the targets grid", () => {
  it("heads each group once, and marks what was carried on", () => {
    const rows = gridRows(targets.rows);
    expect(rows.map((row) => row.group)).toEqual(["Commercial", "", "Operational"]);
    expect(rows[0]?.cells.map((cell) => cell.quiet)).toEqual([false, true, false, true]);
  });
  it("sets a cell at once as long as its quarter has not begun", () => {
    expect(entry(targets, { row: 0, column: 3 }, "900")).toEqual({ cell: { kpi: "revenue", grant: "", period: "2026-Q4", text: "900" }, amends: null });
  });
  it("asks for day and reason where a target holds already", () => {
    const set = entry(targets, { row: 0, column: 2 }, "900");
    expect(set?.amends).toMatchObject({ from: "2026-08-10", what: "Revenue against target, Q3: 900 instead of 5400000000" });
    expect(entry(targets, { row: 0, column: 0 }, "900")?.amends?.from).toBe("");
    expect(entry(targets, { row: 7, column: 0 }, "900")).toBeNull();
  });
  it("sets a cell of the grant that is shown, and marks a target that some grants lack", () => {
    expect(entry(targetsOf("g2"), { row: 0, column: 0 }, "900")?.cell).toEqual({ kpi: "revenue", grant: "g2", period: "2026-Q1", text: "900" });
    expect(gridRows(targetsOf("").rows)[0]?.cells.map((cell) => cell.lacking)).toEqual([true, true, false, false]);
  });
  it("says what a target for the whole takes the place of: the sum", () => {
    expect(entry(targetsOf(""), { row: 0, column: 2 }, "900")?.amends?.what).toBe("Revenue against target, Q3: 900 instead of 5,400,000,000");
  });
});
