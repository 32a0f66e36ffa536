import type { SheetCell } from "../bindings/SheetCell";
import type { SheetColumn } from "../bindings/SheetColumn";
import type { SheetRow } from "../bindings/SheetRow";
import type { SheetView } from "../bindings/SheetView";

export const ROW_HEIGHT = 24;
/** Of the column with the row numbers. */
export const HEAD_WIDTH = 36;
const CHARACTER = 7;
const PADDING = 14;

/** A column's width in px, from its width in characters. */
export function columnWidth(column: Pick<SheetColumn, "width">): number {
  return Math.min(Math.max(column.width * CHARACTER + PADDING, 36), 320);
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
export function spill(row: Pick<SheetRow, "cells">, columns: readonly Pick<SheetColumn, "width">[]): Drawn[] {
  const drawn: Drawn[] = [];
  let column = 0;
  for (let at = 0; at < row.cells.length; at += 1) {
    const cell = row.cells[at];
    if (!cell) break;
    let span = cell.span;
    if (!cell.number && cell.text !== "") {
      const needs = cell.text.length * CHARACTER + PADDING;
      while (widthOf(columns, column, span) < needs && isFree(row.cells[at + 1])) {
        span += 1;
        at += 1;
      }
    }
    drawn.push({ cell, span });
    column += span;
  }
  return drawn;
}

function widthOf(columns: readonly Pick<SheetColumn, "width">[], from: number, span: number): number {
  return columns.slice(from, from + span).reduce((sum, column) => sum + columnWidth(column), 0);
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
export function whereIs(sheet: SheetView, place: string): { row: number; left: number; width: number } | null {
  const row = sheet.rows.findIndex((line) => line.cells.some((cell) => cell.place === place));
  const letter = /^[A-Z]+/.exec(place)?.[0];
  const column = sheet.columns.findIndex((head) => head.letter === letter);
  if (row < 0 || column < 0) return null;
  return { row, left: widthOf(sheet.columns, 0, column), width: widthOf(sheet.columns, column, 1) };
}

/** The cell to bring into sight first: the evidence, else the first question. */
export function focusOf(sheet: SheetView): string | null {
  const cells = sheet.rows.flatMap((row) => row.cells);
  return (cells.find((cell) => cell.found === "evidence") ?? cells.find((cell) => cell.found === "asked"))?.place ?? null;
}
