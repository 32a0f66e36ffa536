import { cleanup, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { closed, reviews } from "./fixtures/reviews";
import { openWindow, settled } from "./window";

const user = userEvent.setup();
const sentBy = (asked: [string, unknown][], command: string) => asked.filter(([name]) => name === command).map(([, args]) => args as Record<string, never>);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe("the preparation of a QBR", () => {
  it("is kept when a field is left", async () => {
    const { asked } = await openWindow("#/distributor/d3/reviews");
    await user.clear(screen.getByLabelText("Place"));
    await user.type(screen.getByLabelText("Place"), "Bandung");
    await user.tab();
    await waitFor(() => expect(sentBy(asked, "prepare_qbr").at(-1)).toMatchObject({ id: "d3", quarter: "2026-Q3", card: { place: "Bandung" } }));
  });

  it("is not lost when it can't be kept, nor when the window is closed", async () => {
    const refused = { prepare_qbr: () => { throw { kind: "other", message: "The disk is full.", hint: "" }; } };
    await openWindow("#/distributor/d3/reviews", refused);
    await user.type(screen.getByLabelText("Place"), ", hotel");
    await user.tab();
    expect(await screen.findByText("The disk is full.")).toBeTruthy();
    cleanup();
    await openWindow("#/distributor/d3/reviews");
    expect((screen.getByLabelText("Place") as HTMLInputElement).value).toBe("Jakarta, hotel");
  });

  it("shows what the numbers propose until the first key, and goes back to it", async () => {
    const open = { ...reviews, qbr: { ...reviews.qbr, card: { ...reviews.qbr.card, outcomes: null } } };
    const { asked } = await openWindow("#/distributor/d3/reviews", { reviews: () => open });
    await user.type(screen.getByLabelText("Losses, row 1: Why"), "!");
    await user.tab();
    await waitFor(() => expect(sentBy(asked, "prepare_qbr")).toHaveLength(1));
    expect(sentBy(asked, "prepare_qbr")[0]).toMatchObject({ card: { outcomes: { wins: open.qbr.proposed.wins, losses: [{ why: "10.3 % against a target of 12.0 %!" }] } } });
    await user.click(screen.getByRole("button", { name: "Back to what the numbers propose" }));
    await waitFor(() => expect(sentBy(asked, "prepare_qbr").at(-1)).toMatchObject({ card: { outcomes: null } }));
  });

  it("can't be changed once the quarter is closed", async () => {
    await openWindow("#/distributor/d3/reviews", { reviews: () => closed });
    expect(screen.getByLabelText("Place").closest("fieldset")?.disabled).toBe(true);
    expect(screen.queryByRole("link", { name: "Start the meeting" })).toBeNull();
  });
});

describe("closing", () => {
  it("asks once, notes the review as held where its day is given, then closes", async () => {
    const { asked } = await openWindow("#/distributor/d3/reviews");
    await user.click(screen.getByRole("button", { name: "Close as R1" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText("Week 36 has not come")).toBeTruthy();
    await user.type(dialog.getByLabelText("QBR held on"), "2026-10-08");
    await user.click(dialog.getByRole("button", { name: "Close as R1" }));
    await waitFor(() => expect(sentBy(asked, "close_quarter")).toEqual([{ id: "d3", quarter: "2026-Q3", reason: "" }]));
    expect(sentBy(asked, "hold_review")).toMatchObject([{ card: { period: "2026-Q3", heldOn: "2026-10-08" } }]);
    expect(await screen.findByText("The quarter is closed as R1")).toBeTruthy();
  });

  it("shows what was corrected, offers the next revision and prints the first", async () => {
    const { asked } = await openWindow("#/distributor/d3/reviews", { reviews: () => closed });
    expect(screen.getByText("Monthly summary, September 2026: revision 2, received on 20 Oct")).toBeTruthy();
    expect(screen.getByRole("cell", { name: "5,398.0 Rp m" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Close as R2" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Print R1" }));
    await waitFor(() => expect(sentBy(asked, "closed_pack")).toEqual([{ id: "d3", quarter: "2026-Q3", revision: 1 }]));
    await waitFor(() => expect(sentBy(asked, "print_pack")).toHaveLength(1));
  });
});

describe("actions", () => {
  it("need words, an owner and a day", async () => {
    const { asked } = await openWindow("#/distributor/d3/reviews");
    await user.click(screen.getByRole("button", { name: "Add an action" }));
    await user.type(screen.getByLabelText("What is to be done"), "Call AEON");
    await user.click(screen.getByRole("button", { name: "Add an action" }));
    expect(screen.getByText("Name who does it.")).toBeTruthy();
    await user.type(screen.getByLabelText("Owner"), "Rina");
    await user.type(screen.getByLabelText("By"), "2026-10-30");
    await user.click(screen.getByRole("button", { name: "Add an action" }));
    await waitFor(() => expect(sentBy(asked, "save_action")).toMatchObject([{ card: { id: "", what: "Call AEON", owner: "Rina", due: "2026-10-30" } }]));
  });

  it("take no sixth", async () => {
    const full = { ...reviews, qbr: { ...reviews.qbr, actionsFull: "5 actions are open." } };
    await openWindow("#/distributor/d3/reviews", { reviews: () => full });
    expect(screen.getByText("5 actions are open.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Add an action" })).toBeNull();
  });
});

describe("the meeting", () => {
  const title = () => screen.getByRole("heading", { level: 2 }).textContent;
  it("goes on, back and away by keys", async () => {
    await openWindow("#/meeting/d3");
    expect(title()).toBe("KPI scorecard: target against actual");
    await user.keyboard("{ArrowRight}");
    expect(title()).toBe("Wins and losses, and why");
    expect(screen.getByRole("button", { name: /Wins and losses 8 min, 8 left/ }).getAttribute("aria-current")).toBe("step");
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(title()).toBe("KPI scorecard: target against actual");
    await user.keyboard("{Escape}");
    await settled();
    expect(location.hash).toBe("#/distributor/d3/reviews");
  });

  it("leaves the keys to a field, keeps what is noted, and closes the review at its end", async () => {
    const { asked } = await openWindow("#/meeting/d3");
    await user.click(screen.getByLabelText("Notes on Scorecard"));
    await user.keyboard("Good start{ArrowLeft}{Escape}");
    await waitFor(() => expect(sentBy(asked, "prepare_qbr").at(-1)).toMatchObject({ card: { notes: ["Good start", expect.anything(), "", "", ""] } }));
    expect(title()).toBe("KPI scorecard: target against actual");
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
    expect(title()).toBe("Actions and owners, at most five");
    await user.click(screen.getByRole("button", { name: "Close the review" }));
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });
});
