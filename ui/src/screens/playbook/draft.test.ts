import { expect, test } from "vitest";
import { playbook } from "../../../test/fixtures/playbook";
import { flawsAt, measureChoices, newKpi, newMark, newMeasure, reshaped, withoutMeasure } from "./draft";

const draft = playbook.draft;

test("what is new has a mark that nothing else has", () => {
  expect(newMark([])).toBe("+1");
  expect(newMark([{ key: "+1" }, { key: "revenue" }])).toBe("+2");
  const kpi = newKpi(draft);
  expect(newKpi({ ...draft, kpis: [...draft.kpis, kpi] }).key).not.toBe(kpi.key);
  expect(newMeasure(draft)).toMatchObject({ key: "+1", asked: true });
});

test("another shape lets go of the sums that it does not have", () => {
  const conversion = draft.kpis.find((kpi) => kpi.key === "conversion")!;
  const [total, , ratio, growth, , onTime] = playbook.choices.shapes;
  expect(reshaped(conversion, total!)).toMatchObject({ shape: "total", first: ["purchase_orders"], second: [], choice: "" });
  expect(reshaped(conversion, ratio!).second).toEqual(["leads"]);
  expect(reshaped(conversion, growth!).choice).toBe("last-year-else-previous");
  expect(reshaped(conversion, onTime!)).toMatchObject({ first: [], second: [], choice: "weekly", goal: "100" });
});

test("a measure that is removed leaves every KPI", () => {
  const without = withoutMeasure(draft, "own_store_visits");
  expect(without.measures).toEqual([]);
  expect(without.kpis.flatMap((kpi) => kpi.first)).not.toContain("own_store_visits");
  expect(draft.measures).toHaveLength(1);
});

test("own measures stand behind those that ship, and one without a name says so", () => {
  const offered = measureChoices(playbook.choices, [...draft.measures, { ...draft.measures[0]!, key: "+1", title: " " }], "Unnamed");
  expect(offered.slice(-2).map((choice) => choice.label)).toEqual(["Store visits", "Unnamed"]);
});

test("a flaw stands with its KPI", () => {
  const flaws = [{ stops: true, kpi: -1, message: "a" }, { stops: false, kpi: 2, message: "b" }];
  expect(flawsAt(flaws, 2).map((flaw) => flaw.message)).toEqual(["b"]);
  expect(flawsAt(flaws, -1).map((flaw) => flaw.message)).toEqual(["a"]);
});
