import { describe, expect, it } from "vitest";
import { portfolio } from "../../../test/fixtures/screens";
import { filtered, sorted, tint, turn, type Column } from "./portfolio";

const ids = (column: Column, descending = false) => sorted(portfolio.rows, { column, descending }).map((row) => row.id);

describe("the portfolio sorts", () => {
  it("by score, worst first or best first", () => {
    expect(ids("score").slice(0, 2)).toEqual(["d1", "d2"]);
    expect(ids("score", true)[0]).toBe("d10");
  });
  it("by a KPI, with what has no figure last both ways", () => {
    expect(ids("kpi:revenue-growth").slice(-2)).toEqual(["d4", "d6"]);
    expect(ids("kpi:revenue-growth", true).slice(-2)).toEqual(["d4", "d6"]);
    expect(ids("kpi:revenue-growth")[0]).toBe("d1");
  });
  it("by standing, from lapsed to scale", () => expect(ids("standing").slice(0, 2)).toEqual(["d2", "d6"]));
  it("and keeps the given order among equals", () => expect(ids("kpi:monthly-reviews").slice(-5)).toEqual(["d6", "d7", "d8", "d9", "d10"]));
  it("the other way round on the same column, from the start on another", () => {
    expect(turn({ column: "score", descending: false }, "score")).toEqual({ column: "score", descending: true });
    expect(turn({ column: "score", descending: true }, "name")).toEqual({ column: "name", descending: false });
  });
});

describe("the portfolio filters", () => {
  it("by chip and country together", () => {
    expect(filtered(portfolio.rows, "provisional", "").map((row) => row.id)).toEqual(["d4"]);
    expect(filtered(portfolio.rows, "all", "TH").map((row) => row.id)).toEqual(["d2", "d9"]);
    expect(filtered(portfolio.rows, "provisional", "TH")).toEqual([]);
  });
});

it("tints judgements alone: nothing green, nothing provisional", () => {
  const cells = portfolio.rows[3]?.cells ?? [];
  expect(cells.map(tint)).toEqual(["", "", "", "", "heat-a", "heat-r", "", "", ""]);
});
