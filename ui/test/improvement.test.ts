import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow, settled } from "./window";

const user = userEvent.setup();

describe("a plan", () => {
  it("keeps what was written while another tab is looked at, and is agreed with three actions", async () => {
    const { asked } = await openWindow("#/distributor/d3/improvement");
    await user.click(screen.getByRole("button", { name: "Make a plan" }));
    await user.type(screen.getByLabelText("Action 1: what is to be done"), "Call every open lead");
    await user.click(screen.getByRole("tab", { name: "Reports" }));
    await settled();
    await user.click(screen.getByRole("tab", { name: "Improvement" }));
    await settled();
    expect((screen.getByLabelText("Action 1: what is to be done") as HTMLInputElement).value).toBe("Call every open lead");
    await user.click(screen.getByRole("button", { name: "Agree the plan" }));
    await settled();
    const [, given] = asked.find(([command]) => command === "agree_plan") ?? [];
    expect(given).toMatchObject({ id: "d3", plan: { kpi: "conversion", month: "2026-09", actions: [{ what: "Call every open lead", due: "2026-11-07" }, {}, {}] } });
  });
  it("is reviewed with what the rule proposes, unless the manager says otherwise", async () => {
    const { asked } = await openWindow("#/distributor/d3/improvement");
    await user.type(screen.getByLabelText("What was said"), "Two more accounts signed");
    await user.click(screen.getByRole("button", { name: "Record the review" }));
    await settled();
    expect(asked).toContainEqual(["review_plan", { plan: "p1", outcome: "extend", note: "Two more accounts signed" }]);
  });
});

describe("a launch", () => {
  it("ticks, counts and moves its items", async () => {
    const { asked } = await openWindow("#/distributor/d3/launch");
    await user.click(screen.getByLabelText("Done: Contacts named on both sides for sales, reports and payment"));
    const count = screen.getByLabelText("How many: Target accounts listed by name");
    await user.clear(count);
    await user.type(count, "31{Enter}");
    await user.click(screen.getByRole("button", { name: "Move: Sales team trained on the products" }));
    await user.type(screen.getByLabelText("Why"), "Trainer ill");
    await user.click(screen.getAllByRole("button", { name: "Move" }).at(-1)!);
    await settled();
    expect(asked).toContainEqual(["tick_launch", { id: "d3", item: "contacts-named", done: true }]);
    expect(asked).toContainEqual(["count_launch", { id: "d3", item: "target-accounts", count: 31 }]);
    expect(asked).toContainEqual(["move_launch", { id: "d3", item: "products-trained", to: "2026-10-12", reason: "Trainer ill" }]);
  });
});
