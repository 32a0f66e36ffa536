import type { DiffRow } from "../../bindings/DiffRow";

/** The figures of one KPI; a figure that stands for itself, as the score does, is a group without heading. */
export interface DiffGroup {
  title: string;
  rows: DiffRow[];
}

/** Figures that follow each other under one name, told once. */
export function grouped(rows: readonly DiffRow[]): DiffGroup[] {
  return rows.reduce<DiffGroup[]>((groups, row) => {
    const last = groups.at(-1);
    if (row.what === "") groups.push({ title: "", rows: [row] });
    else if (last?.title === row.title) last.rows.push(row);
    else groups.push({ title: row.title, rows: [row] });
    return groups;
  }, []);
}

/** Longer than any figure: a sentence. */
const LONGEST_FIGURE = 28;

/** Whether a row compares sentences rather than figures. */
export const isSaid = (row: DiffRow): boolean => Math.max(row.before.length, row.after.length) > LONGEST_FIGURE;
