import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { governance } from "./fixtures/governance";
import { openWindow, settled } from "./window";

const user = userEvent.setup();
const open = (answers = {}) => openWindow("#/distributor/d3/governance", answers);
const commands = (asked: [string, unknown][]) => asked.map(([command]) => command);

describe("pricing and promotions", () => {
  it("says the answer first and opens a breach on its line", async () => {
    const { asked } = await open();
    expect(screen.getByText(/^3 breaches in September/)).toBeTruthy();
    const breaches = screen.getByRole("table", { name: "Lines and promotions beyond what was allowed" });
    await user.click(within(breaches).getAllByRole("button", { name: "15" })[0]!);
    await waitFor(() => expect(commands(asked)).toContain("evidence_sheet"));
  });

  it("keeps a partly filled form through another tab, and through an error", async () => {
    const { asked } = await open({ save_band: () => { throw { kind: "invalid", message: "“ten” is no discount between 0 and 100 %.", hint: "Write it in percent, such as 12.5." }; } });
    await user.click(screen.getByRole("button", { name: "Add a row" }));
    await user.type(screen.getByLabelText("Largest discount, %"), "ten");
    await user.click(screen.getByRole("tab", { name: "Reports" }));
    await settled();
    await user.click(screen.getByRole("tab", { name: "Pricing and promotions" }));
    await settled();
    const field = (): HTMLInputElement => screen.getByLabelText("Largest discount, %");
    expect(field().value).toBe("ten");
    await user.click(screen.getByRole("button", { name: "Save the row" }));
    expect(await screen.findByText(/is no discount between 0 and 100/)).toBeTruthy();
    expect(field().value).toBe("ten");
    expect(asked).toContainEqual(["save_band", { form: expect.objectContaining({ distributor: "d3", approver: "Tan Mei Lin", maximum: "ten", asking: "asked" }) }]);
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByLabelText("Largest discount, %")).toBeNull();
  });

  it("approves a request until a day and offers the way back", async () => {
    const { asked } = await open({ answer_discount: () => "e9" });
    await user.click(screen.getByRole("button", { name: "Approve" }));
    expect(screen.getByText("May be approved by Tan Mei Lin (up to 25 %).")).toBeTruthy();
    await user.type(screen.getByLabelText("Last day"), "2026-10-31");
    await user.click(screen.getByRole("button", { name: "Approve 20 %" }));
    expect(await screen.findByText("Request answered")).toBeTruthy();
    const form = { request: "q1", outcome: "approve", by: "Tan Mei Lin", on: "2026-10-08", until: "2026-10-31", reason: "" };
    expect(asked).toContainEqual(["answer_discount", { form }]);
    await user.click(screen.getByRole("button", { name: /^Undo Ctrl Z/ }));
    await waitFor(() => expect(asked).toContainEqual(["undo", { entry: "e9" }]));
  });

  it("ticks an item of the month, and unticks it again where that failed", async () => {
    const { asked } = await open({ tick_governance: () => { throw { kind: "other", message: "The disk is full.", hint: "" }; } });
    const box: HTMLInputElement = screen.getByRole("checkbox", { name: "Promotions have agreed windows" });
    await user.click(box);
    await waitFor(() => expect(asked).toContainEqual(["tick_governance", { distributor: "d3", month: "2026-09", item: "windows", ticked: true }]));
    await waitFor(() => expect(box.checked).toBe(false));
  });

  it("turns to another month", async () => {
    const { asked } = await open({ governance: () => governance });
    expect(asked).toContainEqual(["governance", { id: "d3", month: "" }]);
  });
});
