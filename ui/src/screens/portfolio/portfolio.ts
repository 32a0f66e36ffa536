import type { HeatCell } from "../../bindings/HeatCell";
import type { PortfolioRow } from "../../bindings/PortfolioRow";

/** What the table can be sorted by; a KPI by its key. */
export type Column = "name" | "standing" | "score" | "coverage" | `kpi:${string}`;

/** By which column, and which way. */
export interface Order {
  column: Column;
  descending: boolean;
}

/** The same column again turns it round; a new one starts with the worst, or with A. */
export function turn(order: Order, column: Column): Order {
  return order.column === column ? { column, descending: !order.descending } : { column, descending: false };
}

const DISCS = ["lapsed", "launch", "conditional", "scale"];

/** The rows in order. What has no figure comes last both ways: unknown is neither best nor worst. */
export function sorted(rows: readonly PortfolioRow[], order: Order): PortfolioRow[] {
  const sign = order.descending ? -1 : 1;
  return rows
    .map((row, place) => ({ row, place, by: sortKey(row, order.column) }))
    .sort((a, b) => {
      if (a.by === null || b.by === null) return a.by === b.by ? a.place - b.place : a.by === null ? 1 : -1;
      const by = typeof a.by === "string" && typeof b.by === "string" ? a.by.localeCompare(b.by) : Number(a.by) - Number(b.by);
      return by === 0 ? a.place - b.place : sign * by;
    })
    .map(({ row }) => row);
}

function sortKey(row: PortfolioRow, column: Column): number | string | null {
  switch (column) {
    case "name": return row.name.text;
    case "standing": return DISCS.indexOf(row.standing.disc);
    case "score": return row.score.sort;
    case "coverage": return row.coverage.sort;
    default: return row.cells.find((cell) => `kpi:${cell.kpi}` === column)?.value.sort ?? null;
  }
}

/** The rows that a chip and a country leave; an empty country is all of them. */
export function filtered(rows: readonly PortfolioRow[], chip: string, country: string): PortfolioRow[] {
  return rows.filter((row) => row.filters.includes(chip) && (country === "" || row.country === country));
}

/** The tint of a cell: for judgement only. */
export function tint(cell: HeatCell): "" | "heat-a" | "heat-r" {
  if (cell.value.provisional) return "";
  return cell.mark === "amber" ? "heat-a" : cell.mark === "red" ? "heat-r" : "";
}
