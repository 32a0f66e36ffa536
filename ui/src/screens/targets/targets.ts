import type { TargetEntry } from "../../bindings/TargetEntry";
import type { TargetRow } from "../../bindings/TargetRow";
import type { TargetsView } from "../../bindings/TargetsView";
import type { At, GridRow } from "../../parts/grid";
import { say } from "../../words";

/** The rows of the view as the grid draws them. */
export function gridRows(rows: readonly TargetRow[]): GridRow[] {
  return rows.map((row, index) => ({
    key: row.kpi,
    title: row.title,
    note: row.gate ? say("targets-gate") : "",
    group: rows[index - 1]?.group === row.group ? "" : row.group,
    unit: row.unit,
    cells: row.cells.map((cell) => ({
      key: cell.period,
      text: cell.text,
      plain: cell.plain,
      quiet: !cell.own,
      beside: cell.beside,
      calm: cell.summed,
      lacking: cell.lacking,
      editable: cell.editable,
    })),
  }));
}

/** What waits for its day and its reason before it is set. */
export interface Amendment {
  cells: TargetEntry[];
  what: string;
  /** The first day that the form proposes. */
  from: string;
}

/** The entry of a cell, and the amendment that it needs first, if its period has begun with a target. */
export function entry(view: TargetsView, at: At, text: string): { cell: TargetEntry; amends: Amendment | null } | null {
  const row = view.rows[at.row];
  const cell = row?.cells[at.column];
  if (!row || !cell) return null;
  const set = { kpi: row.kpi, grant: view.grant, period: cell.period, text };
  if (!cell.opened) return { cell: set, amends: null };
  const what = say("amend-what", { kpi: row.title, period: view.columns[at.column]?.title ?? cell.period, text, before: cell.plain || cell.text });
  return { cell: set, amends: { cells: [set], what, from: view.columns[at.column]?.now ? view.today : "" } };
}
