import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWindow, settled } from "./window";

const user = userEvent.setup();

describe("the exclusivity of a grant", () => {
  it("keeps the rule and the decision side by side, and asks an override for its reason", async () => {
    const { asked } = await openWindow("#/distributor/d3/exclusivity");
    expect(screen.getByRole("heading", { name: "The rule proposes: Conditional" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Keep as conditional to 31 December/ })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Renew" }));
    expect(screen.getByText("This overrides the rule.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Renew to 31 December/ }));
    expect(await screen.findByText("An override needs a reason.")).toBeTruthy();
    expect(asked.map(([command]) => command)).not.toContain("decide");
    await user.type(screen.getByLabelText("Reason"), "Ours{Control>}{Enter}{/Control}");
    const decision = { distributor: "d3", grant: "g1", stage: "2026-Q3", outcome: "renew", reason: "Ours", author: "Tan Mei Lin", until: "2026-12-31" };
    await waitFor(() => expect(asked).toContainEqual(["decide", { decision }]));
    await settled();
    await user.click(await screen.findByRole("button", { name: /^Undo/ }));
    await waitFor(() => expect(asked).toContainEqual(["undo", { entry: "e9" }]));
  }, 20_000);
  it("edits the terms of a grant, and gives a further one", async () => {
    const { asked } = await openWindow("#/distributor/d3/exclusivity");
    await user.click(screen.getByRole("button", { name: "Add a grant" }));
    await user.type(screen.getByLabelText("Territory"), "Sulawesi");
    await user.click(screen.getByRole("button", { name: "Add the grant" }));
    await waitFor(() => expect(asked.some(([command, args]) => command === "save_grant" && JSON.stringify(args).includes("Sulawesi"))).toBe(true));
  }, 20_000);
});
