import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keys, say } from "./words";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith(".test.ts") && !name.startsWith("bindings"))
  .map((name) => readFileSync(join("src", name), "utf8"));
const used = new Set(sources.flatMap((source) => [...source.matchAll(/\bsay\(\s*"([a-z0-9-]+)"/g)].map((found) => found[1] ?? "")));

describe("the catalogue", () => {
  it("has every message that the window says", () => expect([...used].filter((key) => !keys().includes(key))).toEqual([]));
  it("has none that nothing says", () => expect(keys().filter((key) => !used.has(key))).toEqual([]));
  it("is asked by its keys as they stand, so that the two tests above see them all", () =>
    expect(sources.join("\n").match(/\bsay\((?!\s*"|key\b)/g)).toBeNull());
  it("counts in the plural its language asks for", () => {
    expect(say("stored-reports", { count: 1 })).toBe("Stored 1 report.");
    expect(say("stored-reports", { count: 3 })).toBe("Stored 3 reports.");
    expect(say("drop-title", { count: 0 })).toBe("Drop the files to read them");
  });
  it("puts no marks around what it is given", () => expect(say("message-to", { to: "Rina" })).toBe("To Rina"));
});
