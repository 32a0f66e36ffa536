import { describe, expect, it } from "vitest";
import { fit } from "./preview";

describe("a page in its room", () => {
  const page = { width: 600, height: 800 };
  it("stands whole", () => expect(fit(page, { width: 600, height: 400 }, true)).toBe(0.5));
  it("fills the width when it is read", () => expect(fit(page, { width: 900, height: 400 }, false)).toBe(1.5));
  it("never vanishes in a small one", () => expect(fit(page, { width: 10, height: 10 }, true)).toBe(0.3));
});
