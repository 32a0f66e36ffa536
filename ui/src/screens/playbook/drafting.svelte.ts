/** The version that is being written: it outlives the screen, so that nothing typed is lost by looking elsewhere. */
import * as api from "../../api";
import type { DraftFlaw } from "../../bindings/DraftFlaw";
import type { PlaybookDraft } from "../../bindings/PlaybookDraft";
import type { SavedPlaybook } from "../../bindings/SavedPlaybook";
import { withoutMeasure } from "./draft";

class Drafting {
  draft = $state<PlaybookDraft | null>(null);
  flaws = $state.raw<DraftFlaw[]>([]);
  /** Whether saving was tried and refused: then the reasons are an alarm. */
  refused = $state(false);
  /** The workspace that the draft is of. */
  #folder = "";

  begin(draft: PlaybookDraft, folder: string): void {
    this.draft = structuredClone(draft);
    this.flaws = [];
    this.refused = false;
    this.#folder = folder;
  }

  drop(): void {
    this.draft = null;
    this.flaws = [];
    this.refused = false;
  }

  /** Lets go of a draft of another workspace: its KPIs are not those that are shown. */
  keepTo(folder: string): void {
    if (this.draft && folder !== this.#folder) this.drop();
  }

  removeMeasure(key: string): void {
    if (this.draft) this.draft = withoutMeasure($state.snapshot(this.draft), key);
  }

  /** Asks the desk what is wrong with what stands there now. */
  async check(draft: PlaybookDraft): Promise<void> {
    const flaws = await api.playbookCheck(draft);
    if (this.draft) this.flaws = flaws;
  }

  /** Saves it; where it can't be, it stays open and says why. */
  async save(): Promise<SavedPlaybook | null> {
    if (!this.draft) return null;
    const saved = await api.playbookSave($state.snapshot(this.draft));
    this.flaws = saved.flaws;
    this.refused = saved.version === 0;
    return saved;
  }
}

export const drafting = new Drafting();
