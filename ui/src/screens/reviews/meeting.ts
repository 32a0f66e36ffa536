/** The meeting's clock: where the time is, and how far ahead or behind that is. */
import type { AgendaItem } from "../../bindings/AgendaItem";

type Timed = Pick<AgendaItem, "minutes">;

export interface Pace {
  /** Whole minutes since the beginning. */
  minute: number;
  /** Of how many. */
  total: number;
  /** Whole minutes left of the item at hand; none once its time is over. */
  left: number;
  /** How much of the item's time has passed, 0 to 1. */
  part: number;
  /** Whole minutes after the item should have ended; below zero before it should have begun. */
  behind: number;
}

export const total = (agenda: readonly Timed[]) => agenda.reduce((sum, item) => sum + item.minutes, 0);

/** The pace at which the item of an index is talked about, so many seconds after the beginning. */
export function pace(agenda: readonly Timed[], index: number, seconds: number): Pace {
  const starts = total(agenda.slice(0, index));
  const minutes = agenda[index]?.minutes ?? 0;
  const passed = Math.max(seconds, 0) / 60;
  const into = passed - starts;
  return {
    minute: Math.floor(passed),
    total: total(agenda),
    left: Math.max(Math.ceil(minutes - Math.max(into, 0)), 0),
    part: minutes === 0 ? 0 : Math.min(Math.max(into / minutes, 0), 1),
    behind: into > minutes ? Math.floor(into - minutes) : into < 0 ? -Math.ceil(-into) : 0,
  };
}

export type Move = "next" | "back" | "leave" | "add";

/** What a key asks for in a meeting. While something is typed only Escape does. */
export function move(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">, typing: boolean): Move | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Escape") return "leave";
  if (typing) return null;
  switch (event.key) {
    case "ArrowRight":
    case "PageDown":
      return "next";
    case "ArrowLeft":
    case "PageUp":
      return "back";
    case "a":
    case "A":
      return "add";
    default:
      return null;
  }
}
