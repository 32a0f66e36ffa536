import { describe, expect, it } from "vitest";
import { exclusivity } from "../../../test/fixtures/exclusivity";
import { doing, missing, type Draft } from "./decide.svelte";

const options = Object.fromEntries(exclusivity.decision.options.map((option) => [option.key, option]));
const draft: Draft = { outcome: "renew", reason: "", author: "Tan Mei Lin", until: {} };

describe("deciding", () => {
  it("says on the button what it does, and until when", () => {
    expect(doing(options["renew"]!, "2026-12-31")).toBe("Renew to 31 December");
    expect(doing(options["defer"]!, "2026-10-22")).toBe("Defer to 22 October");
    expect(doing(options["lapse"]!, "2026-12-31")).toBe("Let exclusivity lapse");
    expect(doing(options["scale"]!, "")).toBe("Scale");
  });
  it("asks an override for its reason and its last day", () => {
    expect(Object.keys(missing(options["renew"], draft, ""))).toEqual(["reason", "until"]);
    expect(missing(options["renew"], { ...draft, reason: "Stock was ours to send" }, "2026-12-31")).toEqual({});
    expect(missing(options["conditional"], draft, "")).toEqual({});
    expect(Object.keys(missing(options["conditional"], { ...draft, author: " " }, ""))).toEqual(["author"]);
  });
});
