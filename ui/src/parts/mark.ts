import type { Mark } from "../bindings/Mark";
import { say } from "../words";

/** How a status is drawn: always letter, shape and colour. */
export interface Drawing {
  shape: "ring" | "diamond" | "square" | "dashed" | "dash";
  glyph: string;
  tone: "green" | "amber" | "red" | "quiet";
}

const DRAWINGS: Record<Mark, Drawing> = {
  green: { shape: "ring", glyph: "G", tone: "green" },
  amber: { shape: "diamond", glyph: "A", tone: "amber" },
  red: { shape: "square", glyph: "R", tone: "red" },
  provisional: { shape: "dashed", glyph: "P", tone: "quiet" },
  none: { shape: "dash", glyph: "", tone: "quiet" },
  "on-time": { shape: "ring", glyph: "T", tone: "green" },
  corrected: { shape: "ring", glyph: "C", tone: "green" },
  late: { shape: "diamond", glyph: "L", tone: "amber" },
  missing: { shape: "square", glyph: "M", tone: "red" },
  "not-due": { shape: "dashed", glyph: "D", tone: "quiet" },
  met: { shape: "ring", glyph: "tick", tone: "green" },
  "not-met": { shape: "square", glyph: "cross", tone: "red" },
  question: { shape: "diamond", glyph: "?", tone: "amber" },
  working: { shape: "dashed", glyph: "dots", tone: "quiet" },
  refused: { shape: "square", glyph: "cross", tone: "red" },
};

export const drawing = (mark: Mark): Drawing => DRAWINGS[mark];

/** The status in words, for those who can't see it. */
export function spoken(mark: Mark): string {
  switch (mark) {
    case "green": return say("mark-green");
    case "amber": return say("mark-amber");
    case "red": return say("mark-red");
    case "provisional": return say("mark-provisional");
    case "none": return say("mark-none");
    case "on-time": return say("mark-on-time");
    case "corrected": return say("mark-corrected");
    case "late": return say("mark-late");
    case "missing": return say("mark-missing");
    case "not-due": return say("mark-not-due");
    case "met": return say("mark-met");
    case "not-met": return say("mark-not-met");
    case "question": return say("mark-question");
    case "working": return say("mark-working");
    case "refused": return say("mark-refused");
  }
}
