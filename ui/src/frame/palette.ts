/** Find: what can be gone to or done, and which of it a few letters mean. */
export interface Item {
  key: string;
  label: string;
  /** Beside the label, and searched with it. */
  note: string;
  lang?: string;
  keys?: string;
  run: () => void;
}

/** Letters without accents or case, so that `cong ty` finds `Công ty` and `dl` does not depend on typing đ. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Mark}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}

/** The items whose words all occur, those that start with them first; the given order otherwise. */
export function find<T extends Pick<Item, "label" | "note">>(items: readonly T[], typed: string): T[] {
  const words = plain(typed).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [...items];
  const ranked = items.flatMap((item) => {
    const label = plain(item.label);
    const all = `${label} ${plain(item.note)}`;
    if (!words.every((word) => all.includes(word))) return [];
    const first = words[0] ?? "";
    const rank = label.startsWith(first) ? 0 : new RegExp(`(^|[^\\p{Letter}])${escape(first)}`, "u").test(all) ? 1 : 2;
    return [{ item, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
