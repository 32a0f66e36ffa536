import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { workspace } from "./fixtures/screens";
import { ready } from "./fixtures/import";
import { closed } from "./fixtures/reviews";
import type { Answers } from "./fixtures/desk";
import { openWindow } from "./window";

// jsdom neither lays out nor paints: contrast is settled by the tokens, target size by the look.
const RULES = { "color-contrast": { enabled: false }, "target-size": { enabled: false } };
const SCREENS: [string, string, Answers?][] = [
  ["first start", "#/today", { workspace: () => ({ ...workspace, distributors: 0 }) }],
  ["the sample strip", "#/today", { workspace: () => ({ ...workspace, sample: true }) }],
  ["Today", "#/today"],
  ["Portfolio", "#/portfolio"],
  ["the compliance grid", "#/compliance"],
  ["the scorecard", "#/distributor/d3"],
  ["the reports", "#/distributor/d3/reports"],
  ["the improvement", "#/distributor/d3/improvement"],
  ["the launch", "#/distributor/d3/launch"],
  ["the exclusivity", "#/distributor/d3/exclusivity"],
  ["the reviews", "#/distributor/d3/reviews"],
  ["a closed quarter with a correction", "#/distributor/d3/reviews", { reviews: () => closed }],
  ["the meeting", "#/meeting/d3"],
  ["the history", "#/distributor/d3/history"],
  ["pricing and promotions", "#/distributor/d3/governance"],
  ["the details", "#/distributor/d3/details"],
  ["a new distributor", "#/add"],
  ["a question", "#/import/f1"],
  ["a file to confirm", "#/import/f1", { review: () => ready }],
  ["a refused file", "#/import/f5"],
  ["an empty Import", "#/import", { import_view: () => ({ lead: "", files: [], reading: 0, batches: [] }) }],
  ["the results of a batch", "#/import/b4"],
  ["the layouts", "#/import/layouts"],
  ["Packs", "#/packs"],
  ["Playbook", "#/playbook"],
  ["Targets", "#/targets/d3"],
  ["Targets by grant", "#/targets/d4"],
  ["Exchange rates", "#/rates"],
  ["Settings", "#/settings"],
];

describe("axe finds nothing wrong with", () => {
  it.each(SCREENS)("%s", async (_, hash, answers) => {
    document.title = "Entrepot";
    document.documentElement.lang = "en";
    await openWindow(hash, answers);
    const found = await axe.run(document.body, { rules: RULES });
    expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`)).toEqual([]);
  }, 20_000);
});
