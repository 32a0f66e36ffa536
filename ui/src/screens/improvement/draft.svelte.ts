import type { ActionEntered } from "../../bindings/ActionEntered";

/** A plan that is being written. */
export interface Draft {
  open: boolean;
  actions: [ActionEntered, ActionEntered, ActionEntered];
}

const drafts = new Map<string, Draft>();

/** The plan being written for a gap: it outlives its form, so that nothing is lost by looking at another tab. */
export function draftOf(distributor: string, kpi: string, month: string, due: string): Draft {
  const key = `${distributor} ${kpi} ${month}`;
  const known = drafts.get(key);
  if (known) return known;
  const action = () => ({ what: "", owner: "", due });
  const draft = $state<Draft>({ open: false, actions: [action(), action(), action()] });
  drafts.set(key, draft);
  return draft;
}

/** Forgets a plan that was agreed. */
export function forget(distributor: string, kpi: string, month: string): void {
  drafts.delete(`${distributor} ${kpi} ${month}`);
}
