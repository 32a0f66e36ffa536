import type { RateEntry } from "../../bindings/RateEntry";
import type { RateRow } from "../../bindings/RateRow";
import type { At, GridRow } from "../../parts/grid";

/** The rows of the view as the grid draws them: each pair of currencies once, plan and actual below it. */
export function gridRows(rows: readonly RateRow[]): GridRow[] {
  return rows.map((row, index) => ({
    key: `${row.base} ${row.quote} ${row.kind}`,
    title: row.label,
    note: "",
    group: rows[index - 1]?.title === row.title ? "" : row.title,
    unit: "",
    cells: row.cells.map((cell) => ({
      key: cell.month,
      text: cell.text,
      plain: cell.plain,
      quiet: row.kind === "plan",
      beside: "",
      lacking: cell.lacking,
      editable: true,
    })),
  }));
}

/** The entry of a cell with that text; `null` where there is no such cell. */
export function entry(rows: readonly RateRow[], at: At, text: string): RateEntry | null {
  const row = rows[at.row];
  const month = row?.cells[at.column]?.month;
  return row && month !== undefined ? { base: row.base, quote: row.quote, kind: row.kind, month, text } : null;
}

/** A rate of a block as the preview lists it. */
export const shown = (rate: RateEntry) => `${rate.month}: ${rate.text} ${rate.quote}/${rate.base}`;
