import { describe, expect, it } from "vitest";
import { longDay, moved, read, weekday, written } from "./date";

const TODAY = "2026-10-08";
const ANY = { min: "", max: "" };

describe("what is typed into a field of a day", () => {
  it.each([
    ["7 Nov 2026", "2026-11-07"],
    ["7 nov 2026", "2026-11-07"],
    ["07 NOVEMBER 2026", "2026-11-07"],
    ["7nov2026", "2026-11-07"],
    ["7-Nov-2026", "2026-11-07"],
    ["7th Nov, 2026", "2026-11-07"],
    ["Nov 7, 2026", "2026-11-07"],
    ["Sat 7 Nov 2026", "2026-11-07"],
    ["Saturday, 7. Nov. 2026", "2026-11-07"],
    ["3 Sept 26", "2026-09-03"],
    ["2026-11-07", "2026-11-07"],
    ["2026/11/7", "2026-11-07"],
    ["29 Feb 2028", "2028-02-29"],
    ["  ", ""],
  ])("reads “%s”", (text, day) => expect(read(text, TODAY, ANY)).toEqual({ day, wrong: "" }));

  it.each([
    ["7/11/2026", "2026-11-07"],
    ["7.11.2026", "2026-11-07"],
    ["7-11-2026", "2026-11-07"],
    ["07/11/26", "2026-11-07"],
    ["7 / 11 / 2026", "2026-11-07"],
    ["7 11 2026", "2026-11-07"],
    ["7/11", "2026-11-07"],
    ["11/7/2026", "2026-07-11"],
  ])("takes the day first in “%s”", (text, day) => expect(read(text, TODAY, ANY).day).toBe(day));

  it.each([
    ["7 Nov", TODAY, "2026-11-07"],
    ["30 Sep", TODAY, "2026-09-30"],
    ["5 Jan", TODAY, "2027-01-05"],
    ["20 Dec", "2027-01-10", "2026-12-20"],
    ["29 Feb", TODAY, "2028-02-29"],
  ])("without a year “%s” on %s is the nearest", (text, today, day) => expect(read(text, today, ANY).day).toBe(day));

  it("without a year is one that may be chosen, where there is one", () => {
    expect(read("30 Sep", TODAY, { min: TODAY, max: "" }).day).toBe("2027-09-30");
    expect(read("30 Sep", TODAY, { min: TODAY, max: "2026-11-07" }).wrong).toBe("Choose 8 Oct 2026 or later.");
  });

  it.each(["abc", "7", "31 Apr 2026", "29 Feb 2027", "7/13/2026", "7 Nob 2026", "7 Nov 2569", "7 Nov 20266", "0 Nov 2026", "2026-11", "7 ma 2026"])(
    "does not guess at “%s”",
    (text) => expect(read(text, TODAY, ANY)).toEqual({ day: "", wrong: `“${text}” is not a date. Write it like 8 Oct 2026.` }),
  );

  it("says which days may be chosen", () => {
    const bounds = { min: "2026-10-08", max: "2026-11-07" };
    expect(read("7 Oct 2026", TODAY, bounds)).toEqual({ day: "", wrong: "Choose 8 Oct 2026 or later." });
    expect(read("8 Nov 2026", TODAY, bounds)).toEqual({ day: "", wrong: "Choose 7 Nov 2026 or earlier." });
    expect(read("7 Nov 2026", TODAY, bounds)).toEqual({ day: "2026-11-07", wrong: "" });
  });
});

describe("a day", () => {
  it.each([
    ["2026-11-07", "7 Nov 2026", "Sat"],
    ["2026-10-05", "5 Oct 2026", "Mon"],
    ["2026-10-11", "11 Oct 2026", "Sun"],
    ["1901-12-31", "31 Dec 1901", "Tue"],
    ["", "", ""],
    ["soon", "soon", ""],
  ])("%s is written “%s”, a %s", (iso, text, name) => expect([written(iso), weekday(iso)]).toEqual([text, name]));
  it("is read as it is written", () => expect(read(written("2026-09-01"), TODAY, ANY).day).toBe("2026-09-01"));
  it("is said in full without its year", () => expect(["2026-12-31", "2026-02-30", "", "31/12/2026"].map(longDay)).toEqual(["31 December", "", "", ""]));
  it("moves by days and months, to the last of a shorter one", () => {
    expect(moved("2026-12-31", { days: 1 }, ANY)).toBe("2027-01-01");
    expect(moved("2026-10-31", { months: 1 }, ANY)).toBe("2026-11-30");
    expect(moved("2026-11-30", { months: -1 }, ANY)).toBe("2026-10-30");
  });
  it("does not move beyond its bounds", () => {
    expect(moved("2026-11-07", { days: 1 }, { min: "", max: "2026-11-07" })).toBe("2026-11-07");
    expect(moved("2026-10-20", { months: -1 }, { min: "2026-10-08", max: "" })).toBe("2026-10-08");
  });
});
