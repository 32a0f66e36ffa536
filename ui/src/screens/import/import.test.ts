import { describe, expect, it } from "vitest";
import type { BatchLine } from "../../bindings/BatchLine";
import type { DraftView } from "../../bindings/DraftView";
import type { FileState } from "../../bindings/FileState";
import type { ImportFile } from "../../bindings/ImportFile";
import { batchKey, byNeed, cellOf, confirmable, following, grouped, newlyStored, opening, placeOf, waitingFirst } from "./import";

const file = (id: string, state: FileState, entry: string | null = null): ImportFile => ({ id, batch: 1, name: `${id}.xlsx`, mark: "working", who: "", note: "", state, entry, sure: 0 });
const files = [file("a", "stored"), file("b", "ready"), file("c", "asking"), file("d", "refused"), file("e", "ready")];

describe("the list opens with", () => {
  it("the file asked for", () => expect(opening(files, "d")).toBe("d"));
  it("the one that asks, before the one to confirm", () => expect(opening(files, null)).toBe("c"));
  it("the newest where none waits", () => expect(opening([file("x", "same"), file("y", "stored")], "gone")).toBe("x"));
  it("nothing where there is nothing", () => expect(opening([], null)).toBeNull());
});

describe("after a file comes", () => {
  it("the next that waits", () => expect(following(files, "b")).toBe("c"));
  it("one before it, when none follows", () => expect(following(files, "e")).toBe("b"));
  it("nothing when none waits", () => expect(following([file("a", "stored"), file("b", "ready")], "b")).toBeNull());
});

describe("a place", () => {
  const check = (place: string, cell: string | null) => expect(cellOf(place)).toBe(cell);
  it("is a cell, on a sheet or not, alone or first of a range", () => {
    check("E6", "E6");
    check("Sheet1!E6", "E6");
    check("LAP BULANAN!AB120", "AB120");
    check("A17:A18", "A17");
  });
  it("may be none", () => {
    check("file name", null);
    check("", null);
  });
});

it("confirming all is taken back by the entries it made", () => {
  const after = files.map((one) => (one.state === "ready" ? { ...one, state: "stored" as const, entry: `entry-${one.id}` } : one));
  expect(newlyStored(files, after)).toEqual(["entry-b", "entry-e"]);
  const partly = { ...file("c", "asking", "entry-c"), sure: 0 };
  expect(newlyStored(files, [partly])).toEqual(["entry-c"]);
  expect(newlyStored([partly], [{ ...partly, entry: "entry-d" }])).toEqual(["entry-d"]);
});

it("all that is sure is offered where it is more than one file", () => {
  const partly = { ...file("w", "asking"), sure: 3 };
  expect(confirmable(files)).toEqual({ files: 2, reports: 0 });
  expect(confirmable([...files, partly])).toEqual({ files: 2, reports: 3 });
  expect(confirmable([partly, file("a", "stored")])).toBeNull();
});

describe("an address beside a file", () => {
  it("names a batch's results or the layouts", () => {
    expect(placeOf(batchKey(12))).toEqual({ batch: 12 });
    expect(placeOf("layouts")).toBe("layouts");
  });
  it("is else a file's", () => ["f12", null, "b", "b1x"].forEach((address) => expect(placeOf(address)).toBeNull()));
});

it("files stand under their batch, and batches without any stand below", () => {
  const head = (number: number) => ({ number, title: `${number}`, summary: "", entries: [], waiting: 0 });
  const other = { ...file("x", "reading"), batch: 9 };
  const groups = grouped([...files, other], [head(3), head(1)]);
  expect(groups.map((group) => [group.head.number, group.files.length])).toEqual([[9, 1], [1, 5], [3, 0]]);
});

it("the results begin with what is not in the record", () => {
  const line = (key: string) => ({ key }) as BatchLine;
  expect(byNeed(["stored", "refused", "revised", "waiting"].map(line)).map((one) => one.key)).toEqual(["refused", "waiting", "stored", "revised"]);
});

it("what waits of a file stands before what is in the record", () => {
  const draft = (index: number, stored: boolean) => ({ index, stored }) as DraftView;
  const drafts = [draft(0, true), draft(1, false), draft(2, true), draft(3, false)];
  expect(waitingFirst(drafts).map((one) => one.index)).toEqual([1, 3, 0, 2]);
});
