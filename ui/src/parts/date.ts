/** Days as a person writes them and as the record keeps them: ISO, `2026-11-07`. */
import { CalendarDate, getDayOfWeek, parseDate } from "@internationalized/date";
import { say } from "../words";

/** What a text in a field of a day means: the day, empty where there is none, and what is wrong with the text. */
export interface Reading {
  day: string;
  wrong: string;
}

/** The first and the last day that may be chosen; empty where any may. */
export interface Bounds {
  min: string;
  max: string;
}

/** Years beyond these are slips of the hand, or years of another calendar. */
const YEARS = { first: 1900, last: 2199 };
/** How many years around today a day without year is looked for: 29 February comes every four. */
const AROUND = 4;

const list = (words: string) => words.split(" ");
const months = list(say("months"));
const monthsShort = list(say("months-short"));
const weekdays = list(say("weekdays-short"));

/** The day of an ISO text; `null` where it is none. */
export function dayOf(iso: string): CalendarDate | null {
  try {
    return parseDate(iso);
  } catch {
    return null;
  }
}

/** `7 Nov 2026`. What is no ISO day stands as it is. */
export function written(iso: string): string {
  const day = dayOf(iso);
  return day === null ? iso : say("date-short", { day: day.day, month: monthsShort[day.month - 1] ?? "", year: String(day.year) });
}

/** `31 December`; empty where it is no day. */
export function longDay(iso: string): string {
  const day = dayOf(iso);
  return day === null ? "" : say("date-long", { day: day.day, month: months[day.month - 1] ?? "" });
}

/** `Sat`; empty where it is no day. */
export function weekday(iso: string): string {
  const day = dayOf(iso);
  return day === null ? "" : (weekdays[getDayOfWeek(day, "en", "mon")] ?? "");
}

/** Reads what was typed. A day without year is the nearest one to `today` that may be chosen. */
export function read(text: string, today: string, bounds: Bounds): Reading {
  const typed = text.trim();
  if (typed === "") return { day: "", wrong: "" };
  const day = found(typed.toLowerCase(), today, bounds);
  if (day === null) return { day: "", wrong: say("date-unread", { text: typed, example: written(today) }) };
  if (bounds.min !== "" && day < bounds.min) return { day: "", wrong: say("date-too-early", { day: written(bounds.min) }) };
  if (bounds.max !== "" && day > bounds.max) return { day: "", wrong: say("date-too-late", { day: written(bounds.max) }) };
  return { day, wrong: "" };
}

/** The day that is so many days and months later; never outside the bounds. */
export function moved(iso: string, by: { days?: number; months?: number }, { min, max }: Bounds): string {
  const day = dayOf(iso)?.add(by).toString() ?? iso;
  if (min !== "" && day < min) return min;
  return max !== "" && day > max ? max : day;
}

/** The parts of a date as they were typed. */
interface Parts {
  day: string;
  month: string;
  year?: string | undefined;
}

// What stands between the parts: `7/11/2026`, `7.11.2026`, `7-11-2026`, `7 11 2026`.
const FORMS = [
  /^(?<year>\d{4})[-/. ](?<month>\d{1,2})[-/. ](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})(?:[-/. ](?<year>\d{4}|\d{2}))?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?<month>\p{L}{3,})(?:[-/. ]*(?<year>\d{4}|\d{2}))?$/u,
  /^(?<month>\p{L}{3,})[-/. ]*(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[-/. ]+(?<year>\d{4}|\d{2}))?$/u,
];

function found(text: string, today: string, bounds: Bounds): string | null {
  const spaced = text.replace(/,|\.(?=\s|$)/g, " ").replace(/\s+/g, " ").replace(/ ?([-/.]) ?/g, "$1");
  const plain = withoutWeekday(spaced.trim());
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups as Parts | undefined;
    if (groups) return dated(groups, today, bounds);
  }
  return null;
}

/** A weekday in front says nothing that the date does not say. */
function withoutWeekday(text: string): string {
  const [first = "", ...rest] = text.split(" ");
  return rest.length > 0 && weekdays.some((name) => first.startsWith(name.toLowerCase())) ? rest.join(" ") : text;
}

function dated({ day, month, year }: Parts, today: string, bounds: Bounds): string | null {
  const number = /^\d/.test(month) ? Number(month) : numberOf(month);
  if (year !== undefined) return exact(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day));
  return nearest(number, Number(day), today, bounds);
}

/** `nov`, `sept` and `november`; 0 for what begins no month. */
const numberOf = (name: string) => months.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;

/** A day of the calendar; `null` for the 31st of April. */
function exact(year: number, month: number, day: number): string | null {
  if (year < YEARS.first || year > YEARS.last) return null;
  const date = new CalendarDate(year, month, day);
  return date.year === year && date.month === month && date.day === day ? date.toString() : null;
}

function nearest(month: number, day: number, today: string, { min, max }: Bounds): string | null {
  const now = dayOf(today);
  if (now === null) return null;
  const years = Array.from({ length: 2 * AROUND + 1 }, (_, at) => now.year - AROUND + at);
  const there = years.map((year) => exact(year, month, day)).filter((one) => one !== null);
  const allowed = there.filter((one) => (min === "" || one >= min) && (max === "" || one <= max));
  const away = (iso: string) => Math.abs(dayOf(iso)?.compare(now) ?? 0);
  return (allowed.length > 0 ? allowed : there).toSorted((one, other) => away(one) - away(other))[0] ?? null;
}
