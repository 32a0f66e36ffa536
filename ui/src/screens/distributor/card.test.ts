import { describe, expect, it } from "vitest";
import { countryChoices, currencyChoices, currencyOf, EMPTY, missing, stateChoices, toCard, toFields, withStored } from "./card";

describe("a distributor's card", () => {
  const card = { ...EMPTY, id: "a", name: "Tropika Sdn. Bhd.", aliases: ["Tropika", "TWT"], country: "MY-14", currency: "MYR", start: "2026-01-05" };
  it("comes back from the form as it was", () => expect(toCard("a", toFields(card))).toEqual(card));
  it("loses spaces around its words and empty aliases", () => {
    const fields = { ...toFields(card), name: "  Tropika  ", aliases: "TWT\n\n  " };
    expect(toCard("a", fields)).toMatchObject({ name: "Tropika", aliases: ["TWT"] });
  });
  it("needs a name, a country and a currency", () => {
    expect(Object.keys(missing(toFields(EMPTY)))).toEqual(["name", "country", "currency"]);
    expect(missing(toFields(card))).toEqual({});
  });
});

describe("the choices", () => {
  it("are the eleven members, each with a currency to propose", () => {
    expect(countryChoices()).toHaveLength(11);
    for (const { key } of countryChoices()) expect(currencyChoices().map((choice) => choice.key)).toContain(currencyOf(key));
  });
  it("offer states where rest days differ", () => {
    expect(stateChoices("MY")).toHaveLength(17);
    expect(stateChoices("SG")).toEqual([]);
  });
  it("keep what is stored even if it isn't listed", () => {
    expect(withStored(currencyChoices(), "AUD").at(-1)).toEqual({ key: "AUD", label: "AUD" });
    expect(withStored(currencyChoices(), "MYR")).toEqual(currencyChoices());
  });
});
