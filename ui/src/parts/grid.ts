/** A grid that is edited cell by cell: what the keys do, apart from how it is drawn. */

/** A cell as it is shown and typed. */
export interface GridCell {
  key: string;
  text: string;
  /** What editing starts from. */
  plain: string;
  /** Carried on from before, or shared out: shown without weight. */
  quiet: boolean;
  /** A second figure below the first. */
  beside: string;
  /** Whether that is no change of the first, and warns of nothing. */
  calm?: boolean;
  /** Something that is needed here and not known. */
  lacking: boolean;
  editable: boolean;
}

export interface GridRow {
  key: string;
  title: string;
  /** A quiet word behind the title. */
  note: string;
  /** What begins with this row, if something does. */
  group: string;
  unit: string;
  cells: GridCell[];
}

/** How many characters the longest figure has: no column may be narrower. */
export function longestOf(rows: GridRow[]): number {
  return Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.text.length)));
}

/** A place in the grid. */
export interface At {
  row: number;
  column: number;
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Where a key leads; `null` where it leads nowhere. */
export function moved(event: Pressed, at: At, rows: number, columns: number): At | null {
  if (event.altKey) return null;
  const ends = event.ctrlKey || event.metaKey;
  const to = ((): At | null => {
    switch (event.key) {
      case "ArrowUp": return { row: ends ? 0 : at.row - 1, column: at.column };
      case "ArrowDown": return { row: ends ? rows - 1 : at.row + 1, column: at.column };
      case "ArrowLeft": return { row: at.row, column: ends ? 0 : at.column - 1 };
      case "ArrowRight": return { row: at.row, column: ends ? columns - 1 : at.column + 1 };
      case "Home": return { row: ends ? 0 : at.row, column: 0 };
      case "End": return { row: ends ? rows - 1 : at.row, column: columns - 1 };
      default: return null;
    }
  })();
  return to && within(to, rows, columns);
}

/** The nearest place that the grid has. */
export function within(at: At, rows: number, columns: number): At {
  const held = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  return { row: held(at.row, rows), column: held(at.column, columns) };
}

/** With what a key begins to edit: the cell's own text, a typed letter, or nothing at all; `null` where it doesn't. */
export function begins(event: Pressed, plain: string): string | null {
  if (event.key === "Enter" || event.key === "F2") return plain;
  const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ";
  return typed ? event.key : null;
}

/** Where to go once a cell was typed: down by Enter, on by Tab, back with Shift; `null` to stay. */
export function after(event: Pressed, at: At, rows: number, columns: number): At | null {
  const step = event.shiftKey ? -1 : 1;
  if (event.key === "Enter") return within({ row: at.row + step, column: at.column }, rows, columns);
  if (event.key === "Tab") return within({ row: at.row, column: at.column + step }, rows, columns);
  return null;
}
