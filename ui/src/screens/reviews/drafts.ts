/** What was typed and is not kept yet outlives a window that is closed or fails. */
const PREFIX = "draft ";

export function readDraft<T>(place: string): T | null {
  const text = localStorage.getItem(PREFIX + place);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

export function keepDraft(place: string, value: unknown): void {
  localStorage.setItem(PREFIX + place, JSON.stringify(value));
}

export function dropDraft(place: string): void {
  localStorage.removeItem(PREFIX + place);
}
