import { expect, it } from "vitest";
import { grouped } from "./diff";

const row = (title: string, what: string) => ({ title, what, before: "1", after: "2" });

it("names a KPI once above its figures, and no figure that stands for itself", () => {
  const rows = [row("Score", ""), row("Coverage", ""), row("Revenue", "Actual"), row("Revenue", "Points"), row("Growth", "Actual")];
  expect(grouped(rows).map((group) => [group.title, group.rows.map((one) => one.what || one.title)])).toEqual([
    ["", ["Score"]],
    ["", ["Coverage"]],
    ["Revenue", ["Actual", "Points"]],
    ["Growth", ["Actual"]],
  ]);
});
