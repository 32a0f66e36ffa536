import { describe, expect, it } from "vitest";
import { link, parse, type Route } from "./route";

const check = (route: Route) => expect(parse(link(route))).toEqual(route);

describe("a route", () => {
  it("is read back as it was written", () => {
    check({ screen: "today" });
    check({ screen: "compliance" });
    check({ screen: "distributor", id: "0199/ü", tab: "reports" });
    check({ screen: "distributor", id: "a", tab: "scorecard" });
    check({ screen: "distributor", id: "a", tab: "exclusivity", quarter: "2026-Q2" });
    check({ screen: "import", file: "f 1" });
    check({ screen: "import", file: null });
    check({ screen: "packs", only: "a" });
  });
  it("leads to Today when it is unknown", () => expect(parse("#/nowhere")).toEqual({ screen: "today" }));
  it("survives a broken escape", () => expect(parse("#/import/%E0%A4%A")).toEqual({ screen: "import", file: null }));
  it("falls back to the scorecard for an unknown tab", () =>
    expect(parse("#/distributor/a/nothing")).toEqual({ screen: "distributor", id: "a", tab: "scorecard" }));
});
