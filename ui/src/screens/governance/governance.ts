import type { AnswerForm } from "../../bindings/AnswerForm";
import type { BandForm } from "../../bindings/BandForm";
import type { GovernanceView } from "../../bindings/GovernanceView";
import type { PromotionForm } from "../../bindings/PromotionForm";
import type { RequestForm } from "../../bindings/RequestForm";
import type { RunForm } from "../../bindings/RunForm";
import { Drafts } from "./drafts.svelte";

/** What is partly filled, of every distributor. */
export const drafts = {
  band: new Drafts<BandForm>(),
  promotion: new Drafts<PromotionForm>(),
  run: new Drafts<RunForm>(),
  request: new Drafts<RequestForm>(),
  answer: new Drafts<AnswerForm>(),
};

/** The month that was chosen, of every distributor; the last full one without. */
export const chosen = new Map<string, string>();

/** The key of a distributor's new thing. */
export const fresh = (view: GovernanceView): string => `${view.id}/new`;

export const newBand = (view: GovernanceView): BandForm => ({
  id: "", distributor: view.id, approver: view.approver, maximum: "", products: "", asking: view.bands.length === 0 ? "free" : "asked",
  supplierFunded: true, first: view.today, last: "",
});

export const newPromotion = (view: GovernanceView): PromotionForm => ({
  id: "", distributor: view.id, name: "", kind: "season", first: "", last: "", products: "", maximum: "", units: "", revenue: "",
});

export const newRequest = (view: GovernanceView): RequestForm => ({
  distributor: view.id, products: "", share: "", reason: "", by: "", on: view.today,
});

/** An answer that the manager gives today. */
export const newAnswer = (view: GovernanceView, request: string, outcome: "approve" | "refuse"): AnswerForm => ({
  request, outcome, by: view.approver, on: view.today, until: "", reason: "",
});
