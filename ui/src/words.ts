/** What the window itself says. Names, figures and sentences about the data come from the views. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

/** The catalogue, a file a topic. */
const english = Object.values(import.meta.glob<string>("./words/en/*.ftl", { query: "?raw", import: "default", eager: true })).join("\n");

// Isolation marks would show up in copied text and in attributes; the catalogue is left to right.
const bundle = new FluentBundle("en", { useIsolating: false });
const broken = bundle.addResource(new FluentResource(english));
if (broken.length > 0) throw new Error(`words/en: ${broken.map(String).join("; ")}`);

/** Says a message of the catalogue. */
export function say(key: string, args: Record<string, FluentVariable> = {}): string {
  const message = bundle.getMessage(key);
  if (!message?.value) throw new Error(`words/en has no “${key}”`);
  return bundle.formatPattern(message.value, args);
}

/** Every key of the catalogue, for the test that none is missing and none is idle. */
export function keys(): string[] {
  return [...new FluentResource(english).body].map((message) => message.id);
}
