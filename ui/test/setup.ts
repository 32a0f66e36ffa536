/** What jsdom lacks and the window uses. */
import { afterEach, vi } from "vitest";
import { cleanup } from "@testing-library/svelte";

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollTo ??= function scrollTo() {};
Element.prototype.scrollIntoView ??= function scrollIntoView() {};
Element.prototype.hasPointerCapture ??= () => false;
window.matchMedia ??= vi.fn((query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList);

afterEach(cleanup);
