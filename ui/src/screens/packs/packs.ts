import type { PackRow } from "../../bindings/PackRow";

/** Whether a pack can be made at all: what is missing is printed as missing, but what stops stops. */
export function canMake(row: PackRow): boolean {
  return row.problems.every((problem) => problem.severity !== "stops");
}

/** The packs to make: those chosen that can be made, in the order of the list. */
export function toMake(rows: readonly PackRow[], left: ReadonlySet<string>): string[] {
  return rows.filter((row) => canMake(row) && !left.has(row.id)).map((row) => row.id);
}

/** What the box above the list shows: all, some or none of those that can be made. */
export function all(rows: readonly PackRow[], left: ReadonlySet<string>): "all" | "some" | "none" {
  const can = rows.filter(canMake);
  const chosen = toMake(rows, left).length;
  return chosen === 0 ? "none" : chosen === can.length ? "all" : "some";
}

/** The pack to look at: the one chosen if it has been made, else the first that has. */
export function toShow(rows: readonly PackRow[], chosen: string | null): PackRow | null {
  return rows.find((row) => row.id === chosen && row.made) ?? rows.find((row) => row.made) ?? null;
}
