import { describe, expect, it } from "vitest";
import { action, isField, named } from "./keys";

const press = (keys: string, inField = false, mac = false) => {
  const names = keys.split("+");
  return action(
    { key: names.at(-1) ?? "", ctrlKey: names.includes("Ctrl"), metaKey: names.includes("Cmd"), shiftKey: names.includes("Shift"), altKey: names.includes("Alt") },
    inField,
    mac,
  );
};

describe("shortcuts", () => {
  it("take Ctrl, and Cmd on a Mac", () => {
    expect(press("Ctrl+i")).toBe("import");
    expect(press("Cmd+i")).toBeNull();
    expect(press("Cmd+k", false, true)).toBe("find");
    expect(press("Ctrl+k", false, true)).toBeNull();
  });
  it("undo and redo entries", () => {
    expect(press("Ctrl+z")).toBe("undo");
    expect(press("Ctrl+Shift+Z")).toBe("redo");
    expect(press("Ctrl+y")).toBe("redo");
    expect(press("Cmd+y", false, true)).toBeNull();
  });
  it("leave undo to a field that has the focus, but not Find", () => {
    expect(press("Ctrl+z", true)).toBeNull();
    expect(press("Ctrl+k", true)).toBe("find");
  });
  it("ignore other modifiers", () => {
    expect(press("Ctrl+Alt+k")).toBeNull();
    expect(press("Ctrl+Shift+K")).toBeNull();
    expect(press("k")).toBeNull();
  });
  it("are named as the system names them", () => {
    expect(named("K", false)).toBe("Ctrl K");
    expect(named("K", true)).toBe("⌘K");
  });
});

describe("a field", () => {
  it("is what one types into", () => {
    const input = (type: string) => Object.assign(document.createElement("input"), { type });
    expect(isField(input("text"))).toBe(true);
    expect(isField(input("checkbox"))).toBe(false);
    expect(isField(document.createElement("textarea"))).toBe(true);
    expect(isField(document.body)).toBe(false);
    expect(isField(null)).toBe(false);
  });
});
