/**
 * The window on the fixtures of the tests: `npm run dev`, then /dev/index.html#/portfolio. It is never part of the build.
 * `?theme=dark`, `?start`, `?sample`, `?open=fact|find|drop|making|select|amend|paste` and `?press=TEXT` show a state.
 */
import { emit } from "@tauri-apps/api/event";
import { openDesk, type Answers } from "../test/fixtures/desk";
import { ready, stored, refused } from "../test/fixtures/import";
import { closed } from "../test/fixtures/reviews";
import { workspace } from "../test/fixtures/screens";

const asked = new URLSearchParams(location.search);
const answers: Answers = {};
if (asked.has("start")) answers["workspace"] = () => ({ ...workspace, distributors: 0, company: "", manager: "", saved: "", undo: null, redo: null });
if (asked.has("sample")) answers["workspace"] = () => ({ ...workspace, sample: true, sampleExists: true });
const review = { ready, stored, refused }[asked.get("review") ?? ""];
if (review) answers["review"] = () => review;
if (asked.has("empty")) answers["import_view"] = () => ({ lead: "", files: [], reading: 0, batches: [] });
if (asked.has("fault")) answers["portfolio"] = () => { throw { kind: "other", message: "The record could not be read.", hint: "Close other programs that use it, then try again." }; };
if (asked.has("closed")) answers["reviews"] = () => closed;
answers["pack_bytes"] = async () => (await fetch("/dev/pack.pdf")).arrayBuffer();
answers["make_packs"] = () => new Promise(() => {});
openDesk(answers);
const theme = asked.get("theme");
if (theme) localStorage.setItem("theme", theme);
await import("../src/main");

const paste = (at: string, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.querySelector<HTMLElement>(at)?.focus();
  setTimeout(() => document.querySelector(at)?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })), 100);
};
const typeInto = (at: string, text: string) => {
  const key = (on: Element | null, key: string) => on?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  document.querySelector<HTMLElement>(at)?.focus();
  setTimeout(() => {
    key(document.querySelector(at), "Enter");
    setTimeout(() => {
      const field = document.querySelector<HTMLInputElement>(`${at} input`);
      if (!field) return;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      key(field, "Enter");
    }, 100);
  }, 100);
};
const after = (run: () => void) => setTimeout(run, 700);
const press = (text: string) => [...document.querySelectorAll<HTMLElement>("button, a, [role=tab]")].find((one) => one.textContent?.trim().startsWith(text))?.click();
switch (asked.get("open")) {
  case "find": after(() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }))); break;
  case "drop": after(() => void emit("drop", { phase: "enter", count: 3 })); break;
  case "making": after(() => { press("Make"); setTimeout(() => void emit("pack-progress", { done: 3, total: 8, name: "Công ty CP Dược Phẩm Hoàng Long", page: 3 }), 200); }); break;
  case "fact": after(() => document.querySelector<HTMLElement>("main .fact")?.click()); break;
  case "amend": after(() => typeInto("[data-at='0-2']", "6100000000")); break;
  case "paste": after(() => paste("[data-at='0-2']", "5.213.400.000\t6.100.000.000\t4.1OO")); break;
  case "select": after(() => { const at = document.querySelector<HTMLElement>("main .select"); at?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 })); at?.click(); }); break;
}
for (const text of asked.getAll("press")) after(() => press(text));
