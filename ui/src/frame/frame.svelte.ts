/** What the frame around every screen knows: the workspace, the place, what floats above. */
import * as api from "../api";
import type { EntryLine } from "../bindings/EntryLine";
import type { WorkspaceView } from "../bindings/WorkspaceView";
import { asDeskError, Loaded } from "../loaded.svelte";
import { busy } from "../ready";
import { link, parse, type Route } from "../route";
import { say } from "../words";

/** What happened, and the way back. */
export interface Toast {
  text: string;
  hint: string;
  failed: boolean;
  back: { label: "undo" | "redo"; run: () => Promise<void> } | null;
}

class Frame {
  readonly workspace = new Loaded<WorkspaceView>();
  route = $state.raw<Route>(parse(location.hash));
  /** The quarter that screens show; empty until the workspace has said which. */
  quarter = $state("");
  /** Rises with every change of the record: screens that read it load again. */
  version = $state(0);
  /** The number whose evidence is open. */
  evidence = $state<string | null>(null);
  finding = $state(false);
  /** How many files hover over the window; `null` when none. */
  dropping = $state<number | null>(null);
  toast = $state.raw<Toast | null>(null);
  #stale = false;

  go(route: Route): void {
    location.hash = link(route);
    this.route = route;
  }

  /** Follows an address. A quarter in it becomes the one that is shown, and leaves the address: it can change there. */
  arrive(route: Route): void {
    if (route.screen !== "distributor" || route.quarter === undefined) {
      this.route = route;
      return;
    }
    const { quarter, ...place } = route;
    if (this.workspace.value?.quarters.some((known) => known.key === quarter)) this.quarter = quarter;
    history.replaceState(null, "", link(place));
    this.route = place;
  }

  /** Loads the workspace again and tells the screens. */
  async refresh(): Promise<void> {
    if (this.#stale) return;
    this.#stale = true;
    const done = busy();
    // Several events of one action ask once.
    await Promise.resolve();
    this.#stale = false;
    await this.workspace.load(async () => this.follow(await api.workspace()));
    done();
  }

  /** Shows the workspace that a command returned. */
  become(workspace: WorkspaceView): void {
    this.workspace.set(this.follow(workspace));
  }

  /** Before a workspace is shown: its quarter stands, so that no screen asks for one that it doesn't know. */
  private follow(workspace: WorkspaceView): WorkspaceView {
    const isAnother = workspace.sample !== this.workspace.value?.sample;
    if (isAnother || !workspace.quarters.some((quarter) => quarter.key === this.quarter)) this.quarter = workspace.quarter;
    this.version += 1;
    return workspace;
  }

  /** Runs an action; what goes wrong is shown, and the answer is `null`. */
  async attempt<T>(action: () => Promise<T>): Promise<T | null> {
    try {
      return await action();
    } catch (reason) {
      const error = asDeskError(reason);
      this.toast = { text: error.message, hint: error.hint, failed: true, back: null };
      return null;
    }
  }

  /** Says what was done, with the way back where entries of the journal were made. */
  done(text: string, entries: string[] = []): void {
    this.tell(text, entries.length > 0 ? () => this.takeBack(entries) : null);
  }

  /** Says what was done, with the way back where there is one. */
  tell(text: string, back: (() => Promise<unknown>) | null): void {
    const run = async () => {
      this.toast = null;
      await back?.();
    };
    this.toast = { text, hint: "", failed: false, back: back === null ? null : { label: "undo", run } };
  }

  /** Takes entries back, the newest first. */
  private async takeBack(entries: string[]): Promise<void> {
    for (const entry of entries.toReversed()) {
      const workspace = await this.attempt(() => api.undo(entry));
      if (workspace) this.become(workspace);
    }
  }

  /** Takes back what was just said to be done; else the last entry of the journal. */
  async undo(): Promise<void> {
    if (this.toast?.back?.label === "undo") return this.toast.back.run();
    const entry = this.workspace.value?.undo;
    if (entry) await this.undoEntry(entry);
  }

  async undoEntry(entry: EntryLine): Promise<void> {
    const workspace = await this.attempt(() => api.undo(entry.id));
    if (!workspace) return;
    this.become(workspace);
    this.toast = { text: say("toast-undone", { what: entry.what }), hint: "", failed: false, back: { label: "redo", run: () => this.redoEntry(entry) } };
  }

  async redo(): Promise<void> {
    const entry = this.workspace.value?.redo;
    if (entry) await this.redoEntry(entry);
  }

  async redoEntry(entry: EntryLine): Promise<void> {
    const workspace = await this.attempt(() => api.redo(entry.id));
    if (!workspace) return;
    this.become(workspace);
    this.done(say("toast-redone", { what: entry.what }), [entry.id]);
  }
}

export const frame = new Frame();
