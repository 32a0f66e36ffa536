/** The whole window in jsdom, on a desk that answers from the fixtures. */
import { render, waitFor } from "@testing-library/svelte";
import App from "../src/App.svelte";
import { frame } from "../src/frame/frame.svelte";
import { parse } from "../src/route";
import { openDesk, type Answers } from "./fixtures/desk";

/** Opens the window at an address and waits until all its data stands. Says what was asked of the desk. */
export async function openWindow(hash: string, answers: Answers = {}): Promise<{ asked: [string, unknown][] }> {
  const asked: [string, unknown][] = [];
  openDesk(answers, (command, args) => asked.push([command, args]));
  location.hash = hash;
  Object.assign(frame, { route: parse(hash), evidence: null, finding: false, toast: null, dropping: null, quarter: "" });
  frame.workspace.clear();
  delete document.documentElement.dataset["ready"];
  render(App);
  await settled();
  return { asked };
}

/** Waits until the window says that all has been painted. */
export const settled = () => waitFor(() => { if (document.documentElement.dataset["ready"] !== "true") throw new Error("not ready"); }, { timeout: 4000 });
