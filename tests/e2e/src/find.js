// Finds what a person would call by role and name. Arguments: role, name (empty: any), where to look (or null).
const [role, name, within] = arguments;
const tags = {
  button: "button, [role=button], summary",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  tab: "[role=tab]",
  row: "tr, [role=row]",
  cell: "td, th, [role=cell], [role=gridcell]",
  option: "option, [role=option]",
  combobox: "select, [role=combobox], [aria-haspopup=listbox]",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  textbox: "input:not([type]), input[type=text], input[type=search], textarea, [role=textbox]",
  article: "article, [role=article]",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  progressbar: "progress, [role=progressbar]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  status: "output, [role=status], [role=alert]",
  text: "p, span, td, th, li, dt, dd, h1, h2, h3, h4, div, button, a, label, strong, small, output, figcaption, caption, text",
};
const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const named = (element) => {
  const by = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  return clean(by || element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent || element.title);
};
const wanted = clean(name);
const found = [...(within ?? document).querySelectorAll(tags[role] ?? `[role=${role}]`)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }));
// The exact name first, then one that begins with it, then one that holds it; of texts the innermost.
for (const fits of [(n) => n === wanted, (n) => n.startsWith(wanted), (n) => n.includes(wanted)]) {
  const matches = found.filter((element) => !wanted || fits(named(element)));
  if (matches.length) {
    return matches.filter((element) => role !== "text" || !matches.some((other) => other !== element && element.contains(other)));
  }
}
return [];
