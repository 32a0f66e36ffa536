import type { Choice } from "../../bindings/Choice";
import type { DistributorCard } from "../../bindings/DistributorCard";
import { say } from "../../words";

/** Where distributors are: the members of ASEAN, each with the currency its companies report in. */
const COUNTRIES: Record<string, string> = {
  BN: "BND", ID: "IDR", KH: "USD", LA: "LAK", MM: "MMK", MY: "MYR", PH: "PHP", SG: "SGD", TH: "THB", TL: "USD", VN: "VND",
};
const MORE_CURRENCIES = ["KHR", "EUR", "CNY", "JPY"];
const LOCALES = ["en-SG", "fil-PH", "id-ID", "km-KH", "lo-LA", "ms-BN", "ms-MY", "my-MM", "th-TH", "vi-VN", "zh-SG"];

/** Malaysia's states and federal territories by their ISO 3166-2 number: weekends and holidays differ between them. */
const STATES: Record<string, string> = {
  "01": "Johor", "02": "Kedah", "03": "Kelantan", "04": "Melaka", "05": "Negeri Sembilan", "06": "Pahang", "07": "Pulau Pinang", "08": "Perak",
  "09": "Perlis", "10": "Selangor", "11": "Terengganu", "12": "Sabah", "13": "Sarawak", "14": "Kuala Lumpur", "15": "Labuan", "16": "Putrajaya",
};

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);

export function countryChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return Object.keys(COUNTRIES).map((key) => ({ key, label: names.of(key) ?? key })).sort(byLabel);
}

/** The states to choose from; none where the whole country rests on the same days. */
export function stateChoices(country: string): Choice[] {
  if (country !== "MY") return [];
  return [{ key: "", label: say("card-state-any") }, ...Object.entries(STATES).map(([key, label]) => ({ key, label })).sort(byLabel)];
}

export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const codes = [...new Set([...Object.values(COUNTRIES), ...MORE_CURRENCIES])].sort();
  return codes.map((key) => ({ key, label: `${key}, ${names.of(key) ?? key}` }));
}

export function localeChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return [{ key: "", label: say("card-locale-any") }, ...LOCALES.map((key) => ({ key, label: names.of(key) ?? key })).sort(byLabel)];
}

export const currencyOf = (country: string): string => COUNTRIES[country] ?? "";

/** The list as it is, and what is stored already even if it isn't on the list. */
export function withStored(choices: Choice[], stored: string): Choice[] {
  return stored === "" || choices.some((choice) => choice.key === stored) ? choices : [...choices, { key: stored, label: stored }];
}

/** What the form's fields hold: as a person types it. */
export interface Fields {
  name: string;
  aliases: string;
  country: string;
  state: string;
  currency: string;
  locale: string;
  place: string;
  contact: string;
  territory: string;
  products: string;
  start: string;
}

export const EMPTY: DistributorCard = { id: "", name: "", aliases: [], country: "", currency: "", locale: "", place: "", contact: "", territory: "", products: "", start: "" };

export function toFields(card: DistributorCard): Fields {
  const [country = "", state = ""] = card.country.split("-");
  return { ...card, aliases: card.aliases.join("\n"), country, state };
}

export function toCard(id: string, fields: Fields): DistributorCard {
  const { state, aliases, ...rest } = fields;
  const trimmed = Object.fromEntries(Object.entries(rest).map(([key, text]) => [key, text.trim()])) as typeof rest;
  return {
    ...trimmed,
    id,
    country: state === "" ? trimmed.country : `${trimmed.country}-${state}`,
    aliases: aliases.split("\n").map((alias) => alias.trim()).filter((alias) => alias !== ""),
  };
}

/** What is missing before the card can be saved: field by field, in words. */
export function missing(fields: Fields): Partial<Record<keyof Fields, string>> {
  const found: Partial<Record<keyof Fields, string>> = {};
  if (fields.name.trim() === "") found.name = say("card-name-missing");
  if (fields.country === "") found.country = say("card-country-missing");
  if (fields.currency === "") found.currency = say("card-currency-missing");
  return found;
}
