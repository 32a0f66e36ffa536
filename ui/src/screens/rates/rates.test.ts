import { describe, expect, it } from "vitest";
import { rates } from "../../../test/fixtures/targets";
import { entry, gridRows } from "./rates";

describe("the rates grid", () => {
  it("heads each pair of currencies once", () => {
    expect(gridRows(rates.rows).map((row) => row.group)).toEqual(["Rp for 1 US$", "", "S$ for 1 US$", ""]);
  });
  it("says what a cell would set", () => {
    expect(entry(rates.rows, { row: 1, column: 6 }, "16300")).toEqual({ base: "USD", quote: "IDR", kind: "actual", month: "2026-07", text: "16300" });
    expect(entry(rates.rows, { row: 9, column: 0 }, "1")).toBeNull();
  });
});
