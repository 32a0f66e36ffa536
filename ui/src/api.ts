/** The only door to Rust: every command and every event, typed. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { ChecklistItem } from "./bindings/ChecklistItem";
import type { ChecklistView } from "./bindings/ChecklistView";
import type { AnswerForm } from "./bindings/AnswerForm";
import type { BandForm } from "./bindings/BandForm";
import type { ComplianceView } from "./bindings/ComplianceView";
import type { DecisionInput } from "./bindings/DecisionInput";
import type { DecisionTaken } from "./bindings/DecisionTaken";
import type { BatchView } from "./bindings/BatchView";
import type { DistributorCard } from "./bindings/DistributorCard";
import type { DistributorView } from "./bindings/DistributorView";
import type { DraftFlaw } from "./bindings/DraftFlaw";
import type { EntryLine } from "./bindings/EntryLine";
import type { ErrorView } from "./bindings/ErrorView";
import type { EvidenceView } from "./bindings/EvidenceView";
import type { GovernanceView } from "./bindings/GovernanceView";
import type { ExclusivityView } from "./bindings/ExclusivityView";
import type { GrantForm } from "./bindings/GrantForm";
import type { HolidayChanged } from "./bindings/HolidayChanged";
import type { ImportProgress } from "./bindings/ImportProgress";
import type { ImportView } from "./bindings/ImportView";
import type { ImprovementView } from "./bindings/ImprovementView";
import type { LaunchView } from "./bindings/LaunchView";
import type { PackProgress } from "./bindings/PackProgress";
import type { PacksView } from "./bindings/PacksView";
import type { PlanEntered } from "./bindings/PlanEntered";
import type { PlaybookDraft } from "./bindings/PlaybookDraft";
import type { PlaybookView } from "./bindings/PlaybookView";
import type { PortfolioView } from "./bindings/PortfolioView";
import type { PromotionForm } from "./bindings/PromotionForm";
import type { RateBlock } from "./bindings/RateBlock";
import type { RateEntry } from "./bindings/RateEntry";
import type { RatesView } from "./bindings/RatesView";
import type { RequestForm } from "./bindings/RequestForm";
import type { ProfilesView } from "./bindings/ProfilesView";
import type { ReviewView } from "./bindings/ReviewView";
import type { RollUpView } from "./bindings/RollUpView";
import type { RunForm } from "./bindings/RunForm";
import type { SavedPlaybook } from "./bindings/SavedPlaybook";
import type { SheetView } from "./bindings/SheetView";
import type { TakenView } from "./bindings/TakenView";
import type { TargetBlock } from "./bindings/TargetBlock";
import type { TargetChange } from "./bindings/TargetChange";
import type { TargetsView } from "./bindings/TargetsView";
import type { TodayView } from "./bindings/TodayView";
import type { WorkspaceView } from "./bindings/WorkspaceView";
import type { ActionCard } from "./bindings/ActionCard";
import type { HeldCard } from "./bindings/HeldCard";
import type { MonthView } from "./bindings/MonthView";
import type { MadePack } from "./bindings/MadePack";
import type { QbrCard } from "./bindings/QbrCard";
import type { ReviewsView } from "./bindings/ReviewsView";

/** Something a command could not do, in the words the user reads. */
export class DeskError extends Error {
  readonly kind: string;
  readonly hint: string;

  constructor({ kind, message, hint }: ErrorView) {
    super(message);
    this.kind = kind;
    this.hint = hint;
  }
}

function isErrorView(reason: unknown): reason is ErrorView {
  return typeof reason === "object" && reason !== null && "message" in reason && "hint" in reason;
}

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (reason) {
    throw new DeskError(isErrorView(reason) ? reason : { kind: "other", message: String(reason), hint: "" });
  }
}

/** A question's answer: one of its choices, a typed text, a cell pointed at, nothing, which leaves the value out, or the answer taken back. */
export type Answer = { choice: string } | { text: string } | { cell: { place: string; sheet: number } } | { leaveOut: true } | { reopen: true };

export const workspace = () => call<WorkspaceView>("workspace");
export const setManager = (company: string, manager: string) => call<WorkspaceView>("set_manager", { company, manager });
export const openSample = () => call<WorkspaceView>("open_sample");
export const closeSample = () => call<WorkspaceView>("close_sample");
export const removeSample = () => call<WorkspaceView>("remove_sample");
export const journal = (limit: number) => call<EntryLine[]>("journal", { limit });
export const undo = (entry: string) => call<WorkspaceView>("undo", { entry });
export const redo = (entry: string) => call<WorkspaceView>("redo", { entry });
export const saveDistributor = (card: DistributorCard) => call<string>("save_distributor", { card });
export const importRegister = () => call<WorkspaceView>("import_register");

export const today = () => call<TodayView>("today");
export const settle = (distributor: string, subject: string, reason: string) =>
  call<void>("settle", { distributor, subject, reason });
export const portfolio = (quarter: string) => call<PortfolioView>("portfolio", { quarter });
export const compliance = (quarter: string) => call<ComplianceView>("compliance", { quarter });
export const distributor = (id: string, quarter: string) => call<DistributorView>("distributor", { id, quarter });
/** A month, or a quarter: then its newest month that is over. */
export const month = (id: string, month: string) => call<MonthView>("month", { id, month });
export const writeTemplate = (id: string, kind: "weekly" | "monthly", period: string) =>
  call<string | null>("write_template", { distributor: id, kind, period });

export const improvement = (id: string) => call<ImprovementView>("improvement", { id });
export const agreePlan = (id: string, plan: PlanEntered) => call<ImprovementView>("agree_plan", { id, plan });
export const markPlanAction = (plan: string, position: number, done: boolean) => call<ImprovementView>("mark_plan_action", { plan, position, done });
export const reviewPlan = (plan: string, outcome: string, note: string) => call<ImprovementView>("review_plan", { plan, outcome, note });

export const launch = (id: string) => call<LaunchView>("launch", { id });
export const tickLaunch = (id: string, item: string, done: boolean) => call<LaunchView>("tick_launch", { id, item, done });
export const countLaunch = (id: string, item: string, count: number) => call<LaunchView>("count_launch", { id, item, count });
export const moveLaunch = (id: string, item: string, to: string, reason: string) => call<LaunchView>("move_launch", { id, item, to, reason });
export const checklist = () => call<ChecklistView>("checklist");
export const setChecklist = (items: ChecklistItem[]) => call<ChecklistView>("set_checklist", { items });

export const exclusivity = (id: string, grant: string, stage: string) => call<ExclusivityView>("exclusivity", { id, grant, stage });
export const decide = (decision: DecisionInput) => call<DecisionTaken>("decide", { decision });
export const saveGrant = (grant: GrantForm) => call<DecisionTaken>("save_grant", { grant });

export const evidence = (token: string) => call<EvidenceView>("evidence", { token });
export const evidenceSheet = (token: string, sheet: number | null) => call<SheetView>("evidence_sheet", { token, sheet });

export const governance = (id: string, month: string) => call<GovernanceView>("governance", { id, month });
/** These answer with the journal's entry; `null` where nothing changed. */
export const saveBand = (form: BandForm) => call<string | null>("save_band", { form });
export const savePromotion = (form: PromotionForm) => call<string | null>("save_promotion", { form });
export const savePromotionResult = (form: RunForm) => call<string | null>("save_promotion_result", { form });
export const askDiscount = (form: RequestForm) => call<string | null>("ask_discount", { form });
export const answerDiscount = (form: AnswerForm) => call<string | null>("answer_discount", { form });
export const tickGovernance = (distributor: string, month: string, item: string, ticked: boolean) =>
  call<string | null>("tick_governance", { distributor, month, item, ticked });

export const importView = () => call<ImportView>("import_view");
export const importChoose = () => call<void>("import_choose");
export const cancelImport = () => call<void>("cancel_import");
export const review = (file: string, sheet: number | null) => call<ReviewView>("review", { file, sheet });
export const setReceived = (file: string, date: string) => call<ReviewView>("set_received", { file, date });
export const answer = (question: string, given: Answer) =>
  call<ReviewView>("answer", {
    question,
    choice: "choice" in given ? given.choice : null,
    text: "text" in given ? given.text : null,
    cell: "cell" in given ? given.cell : null,
    leaveOut: "leaveOut" in given,
  });
export const confirm = (file: string) => call<ReviewView>("confirm", { file });
export const confirmSure = (file: string) => call<ReviewView>("confirm_sure", { file });
export const confirmAll = () => call<ImportView>("confirm_all");
export const skip = (file: string) => call<ImportView>("skip", { file });
export const batch = (number: number) => call<BatchView>("batch", { number });
export const exportBatch = (number: number) => call<string | null>("export_batch", { number });
export const undoBatch = (number: number) => call<WorkspaceView>("undo_batch", { number });
export const watchFolder = () => call<WorkspaceView>("watch_folder");
export const watchNothing = () => call<WorkspaceView>("watch_nothing");

export const profiles = (distributor: string | null) => call<ProfilesView>("profiles", { distributor });
export const forgetProfile = (profile: string) => call<ProfilesView>("forget_profile", { profile });
export const trustProfile = (profile: string, trusted: boolean) => call<ProfilesView>("trust_profile", { profile, trusted });
export const settleOtherwise = (profile: string, about: string, why: string, rule: string) =>
  call<ProfilesView>("settle_otherwise", { profile, about, why, rule });

export const packs = (quarter: string) => call<PacksView>("packs", { quarter });
export const makePacks = (quarter: string, distributors: string[]) => call<void>("make_packs", { quarter, distributors });
export const cancelPacks = () => call<void>("cancel_packs");
export const packBytes = (path: string) => call<ArrayBuffer>("pack_bytes", { path });
export const savePack = (path: string) => call<string | null>("save_pack", { path });
export const printPack = (path: string) => call<void>("print_pack", { path });
export const showPack = (path: string) => call<void>("show_pack", { path });

export const targets = (distributor: string, grant: string, year: number | null, by: "quarter" | "month") =>
  call<TargetsView>("targets", { distributor, grant, year, by });
export const setTargets = (change: TargetChange) => call<string>("set_targets", { change });
export const pasteTargets = (distributor: string, grant: string, kpi: string, period: string, text: string) =>
  call<TargetBlock>("paste_targets", { distributor, grant, kpi, period, text });
export const importTargets = (distributor: string, grant: string) => call<TakenView | null>("import_targets", { distributor, grant });

export const rates = (year: number | null) => call<RatesView>("rates", { year });
export const setRates = (entries: RateEntry[]) => call<string>("set_rates", { entries });
export const pasteRates = (at: RateEntry, text: string) => call<RateBlock>("paste_rates", { at, text });
export const importRates = () => call<TakenView | null>("import_rates");
export const setReportingCurrency = (code: string) => call<RatesView>("set_reporting_currency", { code });
export const rollUp = (quarter: string) => call<RollUpView>("roll_up", { quarter });

export const playbook = (version: number | null = null) => call<PlaybookView>("playbook_view", { version });
export const playbookCheck = (draft: PlaybookDraft) => call<DraftFlaw[]>("playbook_check", { draft });
export const playbookSave = (draft: PlaybookDraft) => call<SavedPlaybook>("playbook_save", { draft });
export const setFiscalYear = (month: number) => call<PlaybookView>("set_fiscal_year", { month });
export const addHoliday = (region: string, date: string, name: string, estimated: boolean) =>
  call<HolidayChanged>("add_holiday", { region, date, name, estimated });
export const removeHoliday = (region: string, date: string, name: string) =>
  call<HolidayChanged>("remove_holiday", { region, date, name });

export const reviews = (id: string, quarter: string) => call<ReviewsView>("reviews", { id, quarter });
export const holdReview = (id: string, card: HeldCard) => call<string | null>("hold_review", { id, card });
export const prepareQbr = (id: string, quarter: string, card: QbrCard) => call<string | null>("prepare_qbr", { id, quarter, card });
export const saveAction = (id: string, quarter: string, card: ActionCard) => call<string | null>("save_action", { id, quarter, card });
export const closeQuarter = (id: string, quarter: string, reason: string) => call<string>("close_quarter", { id, quarter, reason });
export const closedPack = (id: string, quarter: string, revision: number) => call<MadePack>("closed_pack", { id, quarter, revision });

/** What Rust says unasked. */
export interface Events {
  drop: { phase: "enter" | "leave" | "drop"; count: number };
  "import-progress": ImportProgress;
  "import-changed": null;
  "import-stopped": { kept: number };
  "sample-progress": ImportProgress;
  "pack-progress": PackProgress;
  "packs-changed": null;
  changed: null;
  menu: { action: MenuAction };
}

/** What the native menu can ask for. */
export type MenuAction = "import" | "undo" | "redo" | "find" | "today" | "portfolio" | "packs" | "playbook" | "settings";

/** Listens until the returned function is called. */
export function on<K extends keyof Events>(name: K, heard: (payload: Events[K]) => void): () => void {
  const stop = listen<Events[K]>(name, (event) => heard(event.payload));
  return () => void stop.then((unlisten) => unlisten());
}
