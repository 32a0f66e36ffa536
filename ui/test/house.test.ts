import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => !name.startsWith("bindings"))
  .filter((name) => /\.(svelte|ts|css)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join("src", name), "utf8") }));
const found = (pattern: RegExp, among = files) => among.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => `${name}: ${match[0]}`));

describe("the house of the window", () => {
  it("writes colours in tokens.css alone", () =>
    expect(found(/#[0-9a-f]{3,8}\b(?=[;\s,)])|\b(?:rgba?|hsla?|oklch)\(/gi, files.filter(({ name }) => !name.endsWith("tokens.css") && !name.endsWith(".ts")))).toEqual([]));
  it("uses no token that is not there", () => {
    // A token, or what a component sets for itself.
    const set = new Set(files.flatMap(({ text }) => [...text.matchAll(/(--[a-z0-9-]+)[:=]/g)].map((match) => match[1])));
    set.add("--bits-floating-available-height");
    expect(files.flatMap(({ name, text }) => [...text.matchAll(/var\((--[a-z0-9-]+)/g)].filter((match) => !set.has(match[1])).map((match) => `${name}: ${match[1]}`))).toEqual([]);
  });
  it("has no style in markup, which the content security policy forbids", () => expect(found(/\sstyle=["{]/g)).toEqual([]));
  it("puts no HTML together from text", () => expect(found(/\{@html|innerHTML|insertAdjacentHTML/g)).toEqual([]));
  it("goes to Rust through one door", () =>
    expect(files.filter(({ name, text }) => name !== "api.ts" && !name.endsWith(".test.ts") && text.includes("@tauri-apps")).map(({ name }) => name)).toEqual([]));
  it("keeps components short", () => expect(files.filter(({ name, text }) => name.endsWith(".svelte") && text.split("\n").length > 230).map(({ name }) => name)).toEqual([]));
});

describe("the door", () => {
  const api = readFileSync("src/api.ts", "utf8");
  const rust = (name: string) => readFileSync(join("..", "src-tauri", name), "utf8");
  it("asks for the commands that there are, and for all of them", () => {
    const asked = [...api.matchAll(/call<[^>]*(?:<[^>]*>)?[^>]*>\("([a-z_]+)"/g)].map((match) => match[1]).sort();
    const known = [...(/COMMANDS: &\[&str\] = &\[([^\]]*)\]/.exec(rust("build.rs"))?.[1] ?? "").matchAll(/"([a-z_]+)"/g)].map((match) => match[1]).sort();
    expect(asked).toEqual(known);
  });
  it("listens to the events that there are", () => {
    const listened = [...(/export interface Events \{([^]*?)\n\}/.exec(api)?.[1] ?? "").matchAll(/^ {2}"?([a-z-]+)"?:/gm)].map((match) => match[1]).sort();
    const told = [...rust("events.rs").matchAll(/emit\(app, "([a-z-]+)"/g)].map((match) => match[1]).sort();
    expect(listened).toEqual(told);
  });
});
