/** What the keys, the native menu and the desk itself make the window do. */
import * as api from "../api";
import { isField } from "../keys";
import { say } from "../words";
import { frame } from "./frame.svelte";

/** Asks for files by the system's dialog; what they say shows in Import. */
export function chooseFiles(): void {
  frame.go({ screen: "import", file: null });
  void frame.attempt(api.importChoose);
}

let last = { action: "", at: 0 };

/** Does what a shortcut or a menu item asks for. A menu's shortcut may reach the page as well: once is enough. */
export function heed(action: api.MenuAction): void {
  const at = performance.now();
  if (action === last.action && at - last.at < 150) return;
  last = { action, at };
  if (frame.workspace.value === null) return;
  switch (action) {
    case "import":
      return chooseFiles();
    case "undo":
    case "redo":
      // While one types, undo belongs to the field, even when the menu asks for it.
      if (isField(document.activeElement)) document.execCommand(action);
      else void frame[action]();
      return;
    case "find":
      frame.finding = true;
      return;
    default:
      frame.go(action === "packs" ? { screen: action, only: null } : { screen: action });
  }
}

/** Follows what Rust says unasked, until the returned function is called. */
export function listenToDesk(): () => void {
  const stops = [
    api.on("changed", () => void frame.refresh()),
    api.on("import-changed", () => void frame.refresh()),
    // Whoever looks at another screen meanwhile is told too.
    api.on("import-stopped", ({ kept }) => frame.tell(say("import-stopped", { kept }), null)),
    api.on("menu", ({ action }) => heed(action)),
    api.on("drop", ({ phase, count }) => {
      frame.dropping = phase === "enter" ? count : null;
      if (phase === "drop") frame.go({ screen: "import", file: null });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
