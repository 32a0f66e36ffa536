import { describe, expect, it } from "vitest";
import type { PackRow } from "../../bindings/PackRow";
import type { Severity } from "../../bindings/Severity";
import { all, toMake, toShow } from "./packs";

const row = (id: string, severity?: Severity, made = false): PackRow => ({
  id,
  name: { text: id, lang: "und" },
  problems: severity ? [{ severity, place: "", message: "", hint: "" }] : [],
  made: made ? { file: `${id}.pdf`, path: `/${id}.pdf`, pages: 9 } : null,
});
const rows = [row("a"), row("b", "warns", true), row("c", "stops"), row("d")];

describe("packs", () => {
  it("are made of all that can be, unless left out", () => {
    expect(toMake(rows, new Set())).toEqual(["a", "b", "d"]);
    expect(toMake(rows, new Set(["b"]))).toEqual(["a", "d"]);
  });
  it("know whether all that can be made are chosen", () => {
    expect(all(rows, new Set())).toBe("all");
    expect(all(rows, new Set(["a"]))).toBe("some");
    expect(all(rows, new Set(["a", "b", "d"]))).toBe("none");
  });
  it("show the chosen one once it is made, else the first made", () => {
    expect(toShow(rows, "b")?.id).toBe("b");
    expect(toShow(rows, "a")?.id).toBe("b");
    expect(toShow([row("a")], "a")).toBeNull();
  });
});
