import type { BatchHead } from "../../bindings/BatchHead";
import type { BatchLine } from "../../bindings/BatchLine";
import type { DraftView } from "../../bindings/DraftView";
import type { FileState } from "../../bindings/FileState";
import type { ImportFile } from "../../bindings/ImportFile";
import type { ReviewView } from "../../bindings/ReviewView";
import type { QuestionView } from "../../bindings/QuestionView";

/** The file to open with: the one asked for, else one that asks, else one to confirm, else the newest. */
export function opening(files: readonly ImportFile[], asked: string | null): string | null {
  const first = (state: FileState) => files.find((file) => file.state === state);
  return (files.find((file) => file.id === asked) ?? first("asking") ?? first("ready") ?? files[0])?.id ?? null;
}

/** The file to go on with once this one is done: the next that waits, in the order of the list; `null` when none does. */
export function following(files: readonly ImportFile[], done: string): string | null {
  const at = files.findIndex((file) => file.id === done);
  const round = [...files.slice(at + 1), ...files.slice(0, Math.max(at, 0))];
  return round.find((file) => file.state === "asking" || file.state === "ready")?.id ?? null;
}

/** Every open question of a file, in the order of its reports; the same question asked by several of them is one. */
export function questions(review: ReviewView): QuestionView[] {
  const seen = new Set<string>();
  return review.drafts.flatMap((draft) => draft.questions).filter((question) => !seen.has(question.id) && seen.add(question.id));
}

/** The reports of a file, those in the record last: what waits is what one looks at. */
export function waitingFirst(drafts: readonly DraftView[]): DraftView[] {
  return [...drafts.filter((draft) => !draft.stored), ...drafts.filter((draft) => draft.stored)];
}

/** The cell in a place such as `Sheet1!E6` or `A17:A18`; `null` for a place that is no cell. */
export function cellOf(place: string): string | null {
  return /(?:^|!|\$)([A-Z]{1,3}[0-9]{1,7})(?::|$)/.exec(place)?.[1] ?? null;
}

/** What was stored between two looks at the list, of whole files or of parts: their entries, to be taken back together. */
export function newlyStored(before: readonly ImportFile[], after: readonly ImportFile[]): string[] {
  const had = new Set(before.flatMap((file) => file.entry ?? []));
  return after.flatMap((file) => file.entry ?? []).filter((entry) => !had.has(entry));
}

/** What can be confirmed at once: whole files, and reports of files that ask about others. `null` where there is one at most. */
export function confirmable(files: readonly ImportFile[]): { files: number; reports: number } | null {
  const [whole, partly] = [files.filter((file) => file.state === "ready"), files.filter((file) => file.sure > 0)];
  if (whole.length + partly.length < 2) return null;
  return { files: whole.length, reports: partly.reduce((sum, file) => sum + file.sure, 0) };
}

/** The files of a batch: those that are not in the record first, as they came. */
export function byNeed(lines: readonly BatchLine[]): BatchLine[] {
  const needs = (line: BatchLine) => line.key === "waiting" || line.key === "refused" || line.key === "no-report";
  return [...lines.filter(needs), ...lines.filter((line) => !needs(line))];
}

/** What the address names beside a file: a batch's results, or the layouts; `null` for a file. */
export type Place = { batch: number } | "layouts" | null;

/** The address of a batch's results. */
export const batchKey = (number: number) => `b${number}`;

export const LAYOUTS = "layouts";

/** What an address names. */
export function placeOf(address: string | null): Place {
  if (address === LAYOUTS) return LAYOUTS;
  const number = /^b([0-9]+)$/.exec(address ?? "")?.[1];
  return number === undefined ? null : { batch: Number(number) };
}

/** The files of the list under the batches they came with, the newest first; batches of earlier days stand below. */
export function grouped(files: readonly ImportFile[], batches: readonly BatchHead[]): { head: BatchHead; files: ImportFile[] }[] {
  const groups = batches.map((head) => ({ head, files: files.filter((file) => file.batch === head.number) }));
  const known = new Set(batches.map((head) => head.number));
  const rest = [...new Set(files.filter((file) => !known.has(file.batch)).map((file) => file.batch))];
  const unnamed = rest.map((number) => ({
    head: { number, title: "", summary: "", entries: [], waiting: 0 },
    files: files.filter((file) => file.batch === number),
  }));
  const all = [...unnamed, ...groups];
  return [...all.filter((group) => group.files.length > 0), ...all.filter((group) => group.files.length === 0)];
}
