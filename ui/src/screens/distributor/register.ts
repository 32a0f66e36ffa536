import * as api from "../../api";
import { frame } from "../../frame/frame.svelte";
import { say } from "../../words";

/** Reads a register of distributors from a CSV file that the user chooses, and says how many there are now. */
export async function readRegister(): Promise<void> {
  const before = frame.workspace.value?.distributors ?? 0;
  const workspace = await frame.attempt(api.importRegister);
  if (!workspace) return;
  frame.become(workspace);
  const added = workspace.distributors - before;
  if (added <= 0) return;
  frame.done(say("register-read", { count: added }), workspace.undo ? [workspace.undo.id] : []);
  frame.go({ screen: "portfolio" });
}
