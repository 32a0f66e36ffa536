/** What a draft of the playbook becomes when it is changed. No number is judged here: the desk does that. */
import type { Choice } from "../../bindings/Choice";
import type { DraftFlaw } from "../../bindings/DraftFlaw";
import type { KpiDraft } from "../../bindings/KpiDraft";
import type { MeasureDraft } from "../../bindings/MeasureDraft";
import type { PlaybookChoices } from "../../bindings/PlaybookChoices";
import type { PlaybookDraft } from "../../bindings/PlaybookDraft";
import type { ShapeChoice } from "../../bindings/ShapeChoice";

/** The mark of something new, until the desk gives it a key: one that no other of the draft has. */
export function newMark(taken: { key: string }[]): string {
  let number = 1;
  while (taken.some(({ key }) => key === `+${number}`)) number += 1;
  return `+${number}`;
}

export function newKpi(draft: PlaybookDraft): KpiDraft {
  return {
    key: newMark(draft.kpis), own: true, title: "", meaning: "", group: "commercial", shape: "total", choice: "", first: [], second: [], better: "higher",
    weight: "5", gate: "", green: "100", amber: "90", grace: "", goal: "", low: "", high: "", margin: "",
  };
}

export function newMeasure(draft: PlaybookDraft): MeasureDraft {
  return { key: newMark(draft.measures), title: "", unit: "count", report: "monthly", asked: true };
}

/** What a KPI takes when it gets another shape: sums that the shape doesn't have are let go, its choice is the first. */
export function reshaped(kpi: KpiDraft, shape: ShapeChoice): Pick<KpiDraft, "shape" | "choice" | "first" | "second" | "goal"> {
  const counts = shape.first === "";
  return {
    shape: shape.key,
    choice: shape.choices[0]?.key ?? "",
    first: counts ? [] : kpi.first,
    second: shape.second === "" ? [] : kpi.second,
    goal: counts ? "100" : kpi.goal,
  };
}

/** Every measure that can be chosen: those that ship, then the manager's own. */
export function measureChoices(choices: PlaybookChoices, measures: MeasureDraft[], unnamed: string): Choice[] {
  return [...choices.measures, ...measures.map(({ key, title }) => ({ key, label: title.trim() || unnamed }))];
}

/** Takes a measure out of the draft, and out of every KPI that sums it. */
export function withoutMeasure(draft: PlaybookDraft, key: string): PlaybookDraft {
  const rest = (keys: string[]) => keys.filter((one) => one !== key);
  return {
    ...draft,
    measures: draft.measures.filter((measure) => measure.key !== key),
    kpis: draft.kpis.map((kpi) => ({ ...kpi, first: rest(kpi.first), second: rest(kpi.second) })),
  };
}

/** The flaws of one KPI, by its place; those of no KPI at −1. */
export function flawsAt(flaws: DraftFlaw[], place: number): DraftFlaw[] {
  return flaws.filter((flaw) => flaw.kpi === place);
}
