/** Keyboard shortcuts: which keys ask for what, and how they are named on this system. */
export type Action = "import" | "undo" | "redo" | "find";

const MAC = typeof navigator !== "undefined" && /mac/i.test(navigator.platform);

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The action that a key press asks for. Undo and redo belong to a field while one has the focus. */
export function action(event: Pressed, inField: boolean, mac = MAC): Action | null {
  const command = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!command || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z" && !inField) return event.shiftKey ? "redo" : "undo";
  if (key === "y" && !mac && !inField) return "redo";
  if (event.shiftKey) return null;
  if (key === "k") return "find";
  if (key === "i") return "import";
  return null;
}

/** `Ctrl K`, or `⌘K`. */
export function named(key: string, mac = MAC): string {
  return mac ? `⌘${key}` : `Ctrl ${key}`;
}

/** Whether typing goes into the element. */
export function isField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable === true;
}
