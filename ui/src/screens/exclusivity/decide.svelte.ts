import type { DecisionForm } from "../../bindings/DecisionForm";
import type { DecisionOption } from "../../bindings/DecisionOption";
import { longDay } from "../../parts/date";
import { say } from "../../words";

/** A decision that is being written. */
export interface Draft {
  outcome: string;
  reason: string;
  author: string;
  /** The last day by outcome, as far as it was changed. */
  until: Record<string, string>;
}

const drafts = new Map<string, Draft>();

/** The decision being written on a stage: it outlives its form, so that nothing is lost by looking at another tab. */
export function draftOf(key: string, form: DecisionForm): Draft {
  const known = drafts.get(key);
  if (known) return known;
  const draft = $state<Draft>({ outcome: form.outcome, reason: form.reason, author: form.author, until: {} });
  drafts.set(key, draft);
  return draft;
}

/** Forgets a decision that was taken. */
export const forget = (key: string) => void drafts.delete(key);

/** What the button does, in words: `Renew to 31 December`. */
export function doing(option: DecisionOption, until: string): string {
  const day = longDay(until);
  if (option.key === "lapse") return say("decide-lapse");
  if (day === "") return option.label;
  switch (option.key) {
    case "renew": return say("decide-renew", { day });
    case "conditional": return say("decide-conditional", { day });
    case "scale": return say("decide-scale", { day });
    default: return say("decide-defer", { day });
  }
}

/** What is still missing of a decision, by field; the desk checks it too. */
export function missing(option: DecisionOption | undefined, draft: Draft, until: string): { reason?: string; author?: string; until?: string } {
  const wrong: { reason?: string; author?: string; until?: string } = {};
  if (option?.overrides && draft.reason.trim() === "") wrong.reason = say("reason-missing");
  if (draft.author.trim() === "") wrong.author = say("author-missing");
  if (option?.needsUntil && longDay(until) === "") wrong.until = say("until-missing");
  return wrong;
}
