import { describe, expect, it } from "vitest";
import { saysMore } from "./evidence";

describe("every digit of a figure", () => {
  it.each([
    ["5,213,412,500 Rp", "5,213.4 Rp m", true],
    ["92.3077 %", "92.3 %", true],
    ["2,334,750.10 RM", "2,334,750.00 RM", true],
    ["100 RM", "1,000 RM", true],
    ["2,334,750 RM", "2,334,750.00 RM", false],
    ["90.0000 %", "90.0 %", false],
    ["1,100 units", "1,100 units", false],
    ["", "12 weeks", false],
  ])("“%s” beside “%s” is news: %s", (exact, shown, news) => expect(saysMore(exact, shown)).toBe(news));
});
