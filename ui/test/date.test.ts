/** The field of a day, as a person fills it. Nothing is laid out here, so what floats counts as hidden. */
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { frame } from "../src/frame/frame.svelte";
import DateField from "../src/parts/DateField.svelte";
import Sent from "./Sent.svelte";
import { workspace } from "./fixtures/screens";

beforeEach(() => frame.workspace.set(workspace));

const open = (props: Partial<{ value: string; min: string; max: string; wrong: string; note: string }> = {}) => {
  render(DateField, { id: "day", label: "Day", value: "", ...props });
  return { user: userEvent.setup(), field: screen.getByLabelText<HTMLInputElement>("Day") };
};
const described = (field: HTMLElement) => (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent?.trim()).join(" ").trim();

describe("a field of a day", () => {
  it("shows the day in words, with its weekday", () => {
    const { field } = open({ value: "2026-11-07" });
    expect([field.value, described(field)]).toEqual(["7 Nov 2026", "Sat"]);
  });

  it("writes what it understood once it is left", async () => {
    const { user, field } = open();
    await user.type(field, "7/11");
    expect([field.value, described(field)]).toEqual(["7/11", "Sat"]);
    await user.tab();
    expect(field.value).toBe("7 Nov 2026");
  });

  it("keeps what is no date, and says so once it is left", async () => {
    const { user, field } = open({ note: "The last day counts." });
    await user.type(field, "soon");
    expect(field.getAttribute("aria-invalid")).toBe("false");
    await user.tab();
    expect([field.value, field.getAttribute("aria-invalid"), described(field)]).toEqual(["soon", "true", "“soon” is not a date. Write it like 8 Oct 2026."]);
    await user.clear(field);
    await user.type(field, "9 oct");
    expect([field.getAttribute("aria-invalid"), described(field)]).toEqual(["false", "Fri The last day counts."]);
  });

  it("goes on and back with the arrows and the page keys, within its bounds", async () => {
    const { user, field } = open({ min: "2026-10-07", max: "2026-11-08" });
    field.focus();
    const keys = ["{ArrowUp}", "{ArrowUp}", "{PageUp}", "{PageDown}", "{ArrowDown}", "{ArrowDown}"];
    const seen: string[] = [];
    for (const key of keys) {
      await user.keyboard(key);
      seen.push(field.value);
    }
    expect(seen).toEqual(["8 Oct 2026", "9 Oct 2026", "8 Nov 2026", "8 Oct 2026", "7 Oct 2026", "7 Oct 2026"]);
  });

  it("opens a calendar that begins on Monday, is walked with the keys and gives the day", async () => {
    const { user, field } = open({ value: "2026-10-31" });
    await user.click(screen.getByRole("button", { name: "Calendar for Day" }));
    const grid = await screen.findByRole("grid", { hidden: true });
    expect([...grid.querySelectorAll("th")].map((one) => one.textContent)).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    expect(document.activeElement?.getAttribute("data-value")).toBe("2026-10-31");
    await user.keyboard("{PageDown}");
    expect(document.activeElement?.getAttribute("data-value")).toBe("2026-11-30");
    await user.keyboard("{ArrowLeft}{Enter}");
    await waitFor(() => expect([field.value, screen.queryByRole("grid", { hidden: true })]).toEqual(["29 Nov 2026", null]));
  });

  it("closes its calendar with Escape and changes nothing", async () => {
    const { user, field } = open({ value: "2026-10-31" });
    const button = screen.getByRole("button", { name: "Calendar for Day" });
    await user.click(button);
    await screen.findByRole("grid", { hidden: true });
    await user.keyboard("{ArrowDown}{Escape}");
    await waitFor(() => expect(screen.queryByRole("grid", { hidden: true })).toBeNull());
    expect([field.value, document.activeElement]).toEqual(["31 Oct 2026", button]);
  });

  it("keeps its form back while it holds no day", async () => {
    const sent: string[] = [];
    render(Sent, { onsent: (day: string) => sent.push(day) });
    const user = userEvent.setup();
    await user.type(screen.getByLabelText("Day"), "soon{Enter}");
    expect([sent, document.activeElement]).toEqual([[], screen.getByLabelText("Day")]);
    await user.clear(screen.getByLabelText("Day"));
    await user.keyboard("7 nov{Enter}");
    expect(sent).toEqual(["2026-11-07"]);
  });
});
