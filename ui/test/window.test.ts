import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { emit } from "@tauri-apps/api/event";
import { describe, expect, it } from "vitest";
import { importView, ready, stored } from "./fixtures/import";
import { workspace } from "./fixtures/screens";
import { openWindow, settled } from "./window";

const user = userEvent.setup();

describe("first start", () => {
  const empty = () => ({ ...workspace, distributors: 0, company: "", manager: "" });
  it("offers the sample or one’s own distributors", async () => {
    await openWindow("#/today", { workspace: empty });
    expect(screen.getByRole("heading", { level: 1, name: "Who are your distributors?" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open the sample workspace" }));
    await settled();
    expect(screen.getByRole("heading", { level: 1, name: "Thursday, 8 October" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Leave the sample" })).toBeTruthy();
  });
  it("names each field that is missing, and saves nothing", async () => {
    const { asked } = await openWindow("#/today", { workspace: empty });
    await user.click(screen.getByRole("button", { name: "Add your distributors" }));
    await user.click(screen.getByRole("button", { name: "Add distributor" }));
    expect(screen.getByLabelText("Name").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("Choose the country: it sets holidays and due dates.")).toBeTruthy();
    expect(asked.map(([command]) => command)).not.toContain("save_distributor");
  });
});

it("asks for no quarter before the workspace has said which", async () => {
  const { asked } = await openWindow("#/portfolio");
  const quarters = asked.filter(([command]) => command === "portfolio");
  expect(quarters).toEqual([["portfolio", { quarter: "2026-Q3" }]]);
});

it("shows the quarter that an address names, and lets another be chosen there", async () => {
  const { asked } = await openWindow("#/today");
  location.hash = "#/distributor/d3/exclusivity/2026-Q2";
  await waitFor(() => expect(location.hash).toBe("#/distributor/d3/exclusivity"));
  await settled();
  expect(asked.filter(([command]) => command === "exclusivity").at(-1)).toEqual(["exclusivity", expect.objectContaining({ stage: "2026-Q2" })]);
});

describe("evidence", () => {
  it("opens from a figure on its cell, and gives the focus back", async () => {
    await openWindow("#/distributor/d3");
    const figure = screen.getAllByRole("button", { name: "5,213.4" })[0]!;
    await user.click(figure);
    const panel = await screen.findByRole("dialog");
    await settled();
    expect(within(panel).getByRole("heading", { name: "Revenue, Q3 2026" })).toBeTruthy();
    expect(panel.querySelector(".chosen")?.getAttribute("data-place")).toBe("E6");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(document.activeElement).toBe(figure);
  });
});

describe("the scorecard", () => {
  it("is of the quarter, or of a month of it", async () => {
    const { asked } = await openWindow("#/distributor/d3");
    await user.click(screen.getByRole("button", { name: "Month" }));
    await settled();
    expect(screen.getByRole("heading", { name: "September 2026" })).toBeTruthy();
    expect(screen.getByText("Provisional: Reviews not held yet")).toBeTruthy();
    expect(screen.getByText("By quarter")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "What the quarter asks" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "August" }));
    await settled();
    expect(screen.getByRole("table", { name: "KPIs of August 2026" })).toBeTruthy();
    const months = asked.filter(([command]) => command === "month").map(([, args]) => args);
    expect(months).toEqual([{ id: "d3", month: "2026-Q3" }, { id: "d3", month: "2026-08" }]);
    await user.click(screen.getByRole("button", { name: "Quarter" }));
    expect(screen.getByRole("table", { name: "KPIs of 2026-Q3" })).toBeTruthy();
  });
});

describe("the compliance grid", () => {
  it("is reached from Portfolio", async () => {
    await openWindow("#/portfolio");
    expect(screen.getByRole("link", { name: "Reporting compliance" }).getAttribute("href")).toBe("#/compliance");
  });
  it("says each state in words and opens the report", async () => {
    await openWindow("#/compliance");
    const grid = screen.getByRole("table", { name: "State of each report by distributor, Q3 2026" });
    expect(within(grid).getAllByRole("rowheader")).toHaveLength(4);
    expect(within(grid).getAllByRole("img", { name: "Week 32: Missing" })).toHaveLength(1);
    await user.click(within(grid).getAllByRole("button", { name: "Week 30: Late, 3 days" })[0]!);
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });
});

describe("import", () => {
  it("takes a number key for an answer, and Enter to confirm", async () => {
    let file = importView.files[0]!;
    const { asked } = await openWindow("#/import/f1", {
      import_view: () => ({ ...importView, files: [file, ...importView.files.slice(2)] }),
      answer: () => ((file = ready.file), ready),
      confirm: () => ((file = stored.file), stored),
      review: () => (file.state === "ready" ? ready : file.state === "stored" ? stored : { ...ready, file, open: 1, canConfirm: false, drafts: [{ ...ready.drafts[0]!, questions: [{ id: "q1", asks: "How many pcs are in one dus?", hint: "", place: "E11", choices: [{ key: "12", label: "12" }, { key: "24", label: "24" }], free: true, point: true, leaveOut: true }] }] }),
    });
    expect(screen.getByRole("button", { name: "Confirm" }).hasAttribute("disabled")).toBe(true);
    await user.keyboard("2");
    await settled();
    expect(asked).toContainEqual(["answer", { question: "q1", choice: "24", text: null, cell: null, leaveOut: false }]);
    expect(await screen.findByText("Answered: 24.")).toBeTruthy();
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(asked).toContainEqual(["answer", { question: "q1", choice: null, text: null, cell: null, leaveOut: false }]));
    await settled();
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Stored 1 report.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Undo Ctrl Z/ }));
    await waitFor(() => expect(asked).toContainEqual(["undo", { entry: "entry f1" }]));
  });
  it("takes a cell for an answer, by the keyboard alone", async () => {
    const { asked } = await openWindow("#/import/f1");
    await user.keyboard("p");
    await waitFor(() => expect(document.activeElement?.closest("td")?.getAttribute("data-place")).toBe("E11"));
    await user.keyboard("{ArrowUp}");
    await waitFor(() => expect(document.activeElement?.closest("td")?.getAttribute("data-place")).toBe("E10"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(asked).toContainEqual(["answer", { question: "q1", choice: null, text: null, cell: { place: "E10", sheet: 0 }, leaveOut: false }]));
  });
  it("says what was settled for the layout, and asks it again", async () => {
    const { asked } = await openWindow("#/import/f1");
    const list = screen.getByRole("region", { name: "Answered" });
    expect(list.textContent).toContain("Kind of report: Monthly summary as you settled on 3 Oct");
    expect(screen.getByText("Score of Q3 2026: 81.0, then 77.2")).toBeTruthy();
    await user.click(within(list).getByRole("button", { name: /^Ask again/ }));
    await waitFor(() => expect(asked).toContainEqual(["answer", { question: "f1:d0:q0", choice: null, text: null, cell: null, leaveOut: false }]));
  });
  it("shows what became of a batch, exports it and takes it back", async () => {
    const { asked } = await openWindow("#/import");
    await user.click(screen.getByRole("link", { name: /^6 files, 8 Oct/ }));
    const results = await screen.findByRole("region", { name: "Results" });
    await settled();
    expect(within(results).getByRole("row", { name: /LPDI_Sept_FINAL.xlsx.*Refused.*Locked with a password/ })).toBeTruthy();
    await user.click(within(results).getByRole("button", { name: "Export results" }));
    expect(await screen.findByText("Results saved to /home/mei/Documents/Import 4 results.xlsx.")).toBeTruthy();
    await user.click(within(results).getByRole("button", { name: "Take back what was stored" }));
    await waitFor(() => expect(asked).toContainEqual(["undo_batch", { number: 4 }]));
  });
  it("lists the layouts, to be trusted, settled otherwise and forgotten", async () => {
    const { asked } = await openWindow("#/import/layouts");
    const layout = screen.getByRole("article", { name: "PT Cahaya Nusantara Distribusi, Monthly summary" });
    await user.click(within(layout).getByRole("checkbox", { name: "Trusted" }));
    expect(asked).toContainEqual(["trust_profile", { profile: "p1", trusted: false }]);
    within(layout).getByRole("combobox", { name: "Kind of report: Monthly summary" }).focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByText("Weekly update", { selector: "[role=option]" }));
    expect(asked).toContainEqual(["settle_otherwise", { profile: "p1", about: "kind", why: "not-said", rule: "same weekly" }]);
    await user.click(within(layout).getByRole("button", { name: "Forget" }));
    await waitFor(() => expect(screen.queryByRole("article", { name: /^PT Cahaya/ })).toBeNull());
  });
  it("shows why a file was refused", async () => {
    await openWindow("#/import/f5");
    expect(screen.getByRole("region", { name: "LPDI_Sept_FINAL.xlsx" }).textContent).toContain("Locked with a password. Ask for an open copy.");
  });
  it("opens for files that hover over the window", async () => {
    await openWindow("#/today");
    await emit("drop", { phase: "enter", count: 2 });
    expect(await screen.findByText("Drop 2 files to read them")).toBeTruthy();
    await emit("drop", { phase: "drop", count: 2 });
    expect(await screen.findByRole("heading", { level: 1, name: "Import" })).toBeTruthy();
    expect(screen.queryByText("Drop 2 files to read them")).toBeNull();
  });
});

describe("portfolio", () => {
  const first = () => screen.getAllByRole("row").map((row) => row.querySelector("th a")).find((who) => who !== null)?.textContent;
  it("sorts by a click on a heading and says so", async () => {
    await openWindow("#/portfolio");
    expect(first()).toContain("Bintang Timur");
    await user.click(screen.getByRole("button", { name: /^Score/ }));
    expect(first()).toContain("Straits Pacific");
    expect(screen.getByRole("columnheader", { name: /^Score/ }).getAttribute("aria-sort")).toBe("descending");
  });
  it("shows the rows of a chip", async () => {
    await openWindow("#/portfolio");
    await user.click(screen.getByRole("button", { name: "Provisional 1" }));
    expect(screen.getAllByRole("link", { name: /VND|IDR|THB/ })).toHaveLength(1);
  });
  it("says what to do when it cannot be read", async () => {
    await openWindow("#/portfolio", { portfolio: () => { throw { kind: "other", message: "The record is in use.", hint: "Close the other window." }; } });
    expect(screen.getByRole("alert").textContent).toMatch(/The record is in use\..*Close the other window\./);
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});

describe("keys", () => {
  it("find a distributor by a few letters", async () => {
    await openWindow("#/today");
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("combobox", { name: "Find" });
    await settled();
    await user.type(field, "cong ty tnhh{Enter}");
    await settled();
    expect(location.hash).toBe("#/distributor/d8");
    expect(screen.queryByRole("combobox", { name: "Find" })).toBeNull();
  });
  it("take back the last entry, but not while one types", async () => {
    const { asked } = await openWindow("#/settings");
    screen.getByLabelText("Your company").focus();
    await user.keyboard("{Control>}z{/Control}");
    expect(asked.map(([command]) => command)).not.toContain("undo");
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(asked).toContainEqual(["undo", { entry: "e3" }]));
  });
});

describe("the targets grid", () => {
  const cell = (at: string) => document.querySelector<HTMLElement>(`[data-at="${at}"]`)!;
  const sent = (asked: [string, unknown][], command: string) => asked.filter(([name]) => name === command).map(([, args]) => args);

  it("is walked and edited by keyboard alone: a quarter to come is set at once", async () => {
    const { asked } = await openWindow("#/targets/d3");
    cell("0-0").focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}7000{Enter}");
    await waitFor(() => expect(sent(asked, "set_targets")).toEqual([
      { change: { distributor: "d3", cells: [{ kpi: "revenue", grant: "", period: "2026-Q4", text: "7000" }], from: "", reason: "", agreed: false } },
    ]));
    expect(document.activeElement).toBe(cell("1-3"));
  });
  it("leaves a cell as it was on Escape", async () => {
    const { asked } = await openWindow("#/targets/d3");
    cell("0-3").focus();
    await user.keyboard("7{Escape}");
    expect(cell("0-3").textContent).toContain("6,200,000,000");
    expect(document.activeElement).toBe(cell("0-3"));
    expect(sent(asked, "set_targets")).toEqual([]);
  });
  it("asks for a reason where a target holds, and says both when it is given", async () => {
    const { asked } = await openWindow("#/targets/d3");
    cell("0-2").focus();
    await user.keyboard("{Enter}{Control>}a{/Control}6100{Enter}");
    const form = await screen.findByRole("form", { name: "Change a target that holds" });
    await user.click(within(form).getByRole("button", { name: "Change the target" }));
    expect(within(form).getByText("Say why it changes.")).toBeTruthy();
    expect(sent(asked, "set_targets")).toEqual([]);
    expect(document.activeElement).toBe(within(form).getByLabelText("Reason"));
    await user.keyboard("Port strike");
    await user.click(within(form).getByRole("checkbox"));
    await user.click(within(form).getByRole("button", { name: "Change the target" }));
    await waitFor(() => expect(sent(asked, "set_targets")).toEqual([
      { change: { distributor: "d3", cells: [{ kpi: "revenue", grant: "", period: "2026-Q3", text: "6100" }], from: "2026-08-10", reason: "Port strike", agreed: true } },
    ]));
  });
  it("lets a grant be chosen where there are several, and sets cells of that grant", async () => {
    const { asked } = await openWindow("#/targets/d3");
    expect(screen.queryByLabelText(/^Grant/)).toBeNull();
    asked.length = 0;
    location.hash = "#/targets/d4";
    const sum = await screen.findByRole("row", { name: /Sum of the grants/ });
    expect(sum.textContent).toContain("5,400,000,000");
    expect(screen.getByText("Q1, Q2: Kalimantan, Home care has no target, and so the distributor has none.")).toBeTruthy();
    screen.getByLabelText("Grant: Whole distributor").focus();
    await user.keyboard("k");
    await screen.findByLabelText("Grant: Kalimantan, Home care");
    cell("0-1").focus();
    await user.keyboard("700{Enter}");
    await waitFor(() => expect(sent(asked, "set_targets")).toEqual([
      { change: { distributor: "d4", cells: [{ kpi: "revenue", grant: "g2", period: "2026-Q2", text: "700" }], from: "", reason: "", agreed: false } },
    ]));
  });
  it("shows what a pasted block would set, with what can't be, before it is set", async () => {
    const { asked } = await openWindow("#/targets/d3");
    cell("0-2").focus();
    await user.paste("5.213.400.000\t6.100.000.000\t4.1OO");
    expect(await screen.findByText("2 of 3 cells can be set")).toBeTruthy();
    expect(sent(asked, "paste_targets")).toEqual([{ distributor: "d3", grant: "", kpi: "revenue", period: "2026-Q3", text: "5.213.400.000\t6.100.000.000\t4.1OO" }]);
    expect(screen.getByText(/is not a number/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Set 2 cells" }));
    expect(await screen.findByRole("form", { name: "Change a target that holds" })).toBeTruthy();
  });
});

it("takes a rate out with Delete", async () => {
  const { asked } = await openWindow("#/rates");
  document.querySelector<HTMLElement>('[data-at="0-0"]')!.focus();
  await user.keyboard("{ArrowDown}{Delete}");
  await waitFor(() => expect(asked.filter(([name]) => name === "set_rates").map(([, args]) => args)).toEqual([
    { entries: [{ base: "USD", quote: "IDR", kind: "actual", month: "2026-01", text: "" }] },
  ]));
});
