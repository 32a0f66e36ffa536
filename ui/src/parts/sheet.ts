import type { Found } from "../bindings/Found";
import type { SheetCell } from "../bindings/SheetCell";
import type { SheetRow } from "../bindings/SheetRow";
import type { SheetView } from "../bindings/SheetView";

export const ROW_HEIGHT = 24;
/** Of the column with the row numbers. */
export const HEAD_WIDTH = 36;
const CHARACTER = 7;
const PADDING = 14;

/** Words longer than this may be cut where a neighbour stands in their way: the sheet is to be checked, not read. */
const LONGEST_WORDS = 28;

/**
 * The columns' widths in px: no wider than on the sheet as it came, and no wider than what stands in them needs, so that
 * labels and figures fit one screen. A number is never cut.
 */
export function columnWidths(sheet: Pick<SheetView, "columns" | "rows">): number[] {
  const words = sheet.columns.map(() => 3);
  const digits = sheet.columns.map(() => 0);
  for (const row of sheet.rows) {
    let column = 0;
    row.cells.forEach((cell, at) => {
      const length = cell.text.length;
      if (cell.span === 1 && cell.number) digits[column] = Math.max(digits[column] ?? 0, length);
      // Words with room to their right run on over it.
      else if (cell.span === 1 && !isFree(row.cells[at + 1])) words[column] = Math.max(words[column] ?? 0, Math.min(length, LONGEST_WORDS));
      column += cell.span;
    });
  }
  return sheet.columns.map(({ width }, at) => Math.max(Math.min(width, Math.max(words[at] ?? 0, 6)), digits[at] ?? 0) * CHARACTER + PADDING);
}

/** A cell as drawn: over how many columns. */
export interface Drawn {
  cell: SheetCell;
  span: number;
}

/**
 * Lets long words run on over the empty cells to their right, as a spreadsheet shows them. A number never does, and a
 * cell that means something is never run over.
 */
export function spill(row: Pick<SheetRow, "cells">, widths: readonly number[]): Drawn[] {
  const drawn: Drawn[] = [];
  let column = 0;
  for (let at = 0; at < row.cells.length; at += 1) {
    const cell = row.cells[at];
    if (!cell) break;
    let span = cell.span;
    if (!cell.number && cell.text !== "") {
      const needs = cell.text.length * CHARACTER + PADDING;
      while (widthOf(widths, column, span) < needs && isFree(row.cells[at + 1])) {
        span += 1;
        at += 1;
      }
    }
    drawn.push({ cell, span });
    column += span;
  }
  return drawn;
}

function widthOf(widths: readonly number[], from: number, span: number): number {
  return widths.slice(from, from + span).reduce((sum, width) => sum + width, 0);
}

function isFree(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell.text === "" && cell.found === null && cell.mark === null && cell.span === 1;
}

/** The rows to draw: those in sight and a screen's worth around them. */
export function inSight(scrolled: number, height: number, count: number): { from: number; to: number } {
  const around = Math.max(20, Math.ceil(height / ROW_HEIGHT));
  const from = Math.max(0, Math.floor(scrolled / ROW_HEIGHT) - around);
  const to = Math.min(count, Math.ceil((scrolled + height) / ROW_HEIGHT) + around);
  return { from: Math.min(from, to), to };
}

/** The class that shows what was made of a cell. */
export function cellClass(cell: SheetCell, chosen: string | null): string {
  const drawn = [cell.number ? "num" : ""];
  if (cell.found === "evidence") drawn.push("chosen");
  else if (cell.found === "asked" || cell.mark === "question") drawn.push("asked");
  else if (cell.place === chosen) drawn.push("chosen");
  else if (cell.found === "words") drawn.push("remark");
  else if (cell.found !== null) drawn.push("found");
  else if (cell.mark !== null) drawn.push("wrong");
  return drawn.filter((name) => name !== "").join(" ");
}

/** Where a cell stands: the index of its row, the px left of its column and its width; `null` when it is not in the window. */
export function whereIs(sheet: SheetView, widths: readonly number[], place: string): { row: number; left: number; width: number } | null {
  const row = sheet.rows.findIndex((line) => line.cells.some((cell) => cell.place === place));
  const letter = /^[A-Z]+/.exec(place)?.[0];
  const column = sheet.columns.findIndex((head) => head.letter === letter);
  if (row < 0 || column < 0) return null;
  return { row, left: widthOf(widths, 0, column), width: widthOf(widths, column, 1) };
}

/** The cell to bring into sight first: the evidence, else the first question, else the first value. */
export function focusOf(sheet: SheetView): string | null {
  const cells = sheet.rows.flatMap((row) => row.cells);
  const first = (found: Found) => cells.find((cell) => cell.found === found);
  return (first("evidence") ?? first("asked") ?? first("value"))?.place ?? null;
}

/** The next cell with something in it, from one in the direction of an arrow key; `null` at the edge. */
export function neighbour(sheet: Pick<SheetView, "rows">, place: string, key: string): string | null {
  const filled = (row: SheetRow | undefined) => row?.cells.filter((cell) => cell.text !== "") ?? [];
  const row = sheet.rows.findIndex((line) => line.cells.some((cell) => cell.place === place));
  const inRow = filled(sheet.rows[row]);
  const at = inRow.findIndex((cell) => cell.place === place);
  if (key === "ArrowLeft" || key === "ArrowRight") return inRow[at + (key === "ArrowLeft" ? -1 : 1)]?.place ?? null;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const column = (of: string) => [...(/^[A-Z]+/.exec(of)?.[0] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const own = column(place);
  const step = key === "ArrowUp" ? -1 : 1;
  for (let next = row + step; next >= 0 && next < sheet.rows.length; next += step) {
    const nearest = filled(sheet.rows[next]).toSorted((a, b) => Math.abs(column(a.place) - own) - Math.abs(column(b.place) - own))[0];
    if (nearest) return nearest.place;
  }
  return null;
}
