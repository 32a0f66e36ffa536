import * as api from "../../api";
import type { OutcomeCard } from "../../bindings/OutcomeCard";
import type { OutcomesCard } from "../../bindings/OutcomesCard";
import type { QbrCard } from "../../bindings/QbrCard";
import type { ReviewsView } from "../../bindings/ReviewsView";
import { frame } from "../../frame/frame.svelte";
import { dropDraft, keepDraft, readDraft } from "./drafts";

type Sent = Pick<ReviewsView, "id" | "quarter">;
const BLANK: OutcomeCard = { what: "", why: "", worth: "" };

/** What is written down for one quarterly review: kept whenever a field is left, and never lost in between. */
export class Preparation {
  card = $state<QbrCard | null>(null);
  #of: Sent | null = null;
  #kept = "";

  get #place(): string {
    return this.#of === null ? "" : `qbr ${this.#of.id} ${this.#of.quarter}`;
  }

  get dirty(): boolean {
    return this.card !== null && JSON.stringify(this.card) !== this.#kept;
  }

  /** Takes what the record has. What was typed meanwhile stays. */
  take(view: ReviewsView): void {
    const same = this.#of?.id === view.id && this.#of.quarter === view.quarter;
    if (same && this.dirty) return;
    this.#of = { id: view.id, quarter: view.quarter };
    this.#kept = JSON.stringify(view.qbr.card);
    const draft = view.closing.closed === null ? readDraft<QbrCard>(this.#place) : null;
    this.card = draft ?? structuredClone(view.qbr.card);
  }

  /** To be called with every key: what is not kept yet is put aside. */
  typed(): void {
    if (this.dirty) keepDraft(this.#place, this.card);
  }

  /** Keeps what is written; what can't be kept stays in its field, and the window says why. */
  async save(): Promise<void> {
    if (!this.dirty || this.card === null || this.#of === null) return;
    const [of, place, sent] = [this.#of, this.#place, $state.snapshot(this.card)];
    const before = this.#kept;
    this.#kept = JSON.stringify(sent);
    const done = await frame.attempt(async () => ({ entry: await api.prepareQbr(of.id, of.quarter, sent) }));
    if (done) dropDraft(place);
    else if (this.#place === place) this.#kept = before;
  }

  /** Wins and losses become the manager's own: from here on the numbers propose nothing. */
  own(proposed: OutcomesCard): OutcomesCard | null {
    if (this.card === null) return null;
    this.card.outcomes ??= structuredClone(proposed);
    return this.card.outcomes;
  }

  change(proposed: OutcomesCard, side: "wins" | "losses", at: number, field: keyof OutcomeCard, text: string): void {
    const row = this.own(proposed)?.[side][at];
    if (row) row[field] = text;
    this.typed();
  }

  add(proposed: OutcomesCard, side: "wins" | "losses"): void {
    this.own(proposed)?.[side].push({ ...BLANK });
    this.typed();
  }

  remove(proposed: OutcomesCard, side: "wins" | "losses", at: number): void {
    this.own(proposed)?.[side].splice(at, 1);
    void this.save();
  }

  /** Goes back to what the numbers propose. */
  propose(): void {
    if (this.card) this.card.outcomes = null;
    void this.save();
  }
}
