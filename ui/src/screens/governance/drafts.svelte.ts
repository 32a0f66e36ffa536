/**
 * Forms that are partly filled. They are kept while the window is open, by distributor and thing, so that turning to
 * another tab, another screen or back loses nothing.
 */
export class Drafts<T extends object> {
  /** The open forms. */
  readonly held = $state<Record<string, T>>({});

  /** Opens a form, or the one that was left open. */
  open(key: string, start: T): void {
    this.held[key] ??= { ...start };
  }

  /** Closes a form: it was saved, or given up. */
  close(key: string): void {
    delete this.held[key];
  }
}
