import { tick } from "svelte";
import { DeskError } from "./api";
import { busy } from "./ready";

/** A view that was asked for: its value once it is here, or why it can't be had. The newest question wins. */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<DeskError | null>(null);
  #turn = 0;

  async load(get: () => Promise<T>): Promise<void> {
    const mine = ++this.#turn;
    const done = busy();
    try {
      const value = await get();
      if (mine === this.#turn) this.set(value);
    } catch (reason) {
      if (mine === this.#turn) this.error = asDeskError(reason);
    } finally {
      await tick();
      done();
    }
  }

  /** Shows what another command returned, and drops an answer still on its way. */
  set(value: T): void {
    this.#turn += 1;
    this.value = value;
    this.error = null;
  }

  /** Shows nothing until the next load. */
  clear(): void {
    this.#turn += 1;
    this.value = null;
    this.error = null;
  }
}

/** Whatever was thrown, as an error the window can show. */
export function asDeskError(reason: unknown): DeskError {
  return reason instanceof DeskError ? reason : new DeskError({ kind: "other", message: String(reason), hint: "" });
}
