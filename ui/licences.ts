import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; optional?: boolean }>;
}

/** Puts the licences of everything that ships with the window, fonts included, beside it. */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle() {
      const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
      const shipped = Object.entries(lock.packages).filter(([path, one]) => path !== "" && !one.dev && !one.optional);
      const source = shipped.map(([path, one]) => `${path.replace(/^.*node_modules\//, "")} ${one.version}${one.license ? `, ${one.license}` : ""}\n\n${text(path)}`).join("\n\n----\n\n");
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}

function text(path: string): string {
  const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? "" : readFileSync(`${path}/${file}`, "utf8").trim();
}
