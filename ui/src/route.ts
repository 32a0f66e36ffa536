/** Where the window is, as the part of the address behind `#`: back and forward come with it. */
/** The tabs of a distributor, in their order. */
const TABS = [
  "scorecard",
  "reports",
  "exclusivity",
  "improvement",
  "launch",
  "governance",
  "reviews",
  "history",
  "details",
] as const;

export type Tab = (typeof TABS)[number];

export type Route =
  | { screen: "today" }
  | { screen: "portfolio" }
  | { screen: "compliance" }
  /** With a quarter: the one that is then shown everywhere. */
  | { screen: "distributor"; id: string; tab: Tab; quarter?: string }
  | { screen: "meeting"; id: string }
  | { screen: "add" }
  | { screen: "import"; file: string | null }
  | { screen: "packs"; only: string | null }
  | { screen: "playbook" }
  | { screen: "targets"; id: string | null }
  | { screen: "rates" }
  | { screen: "settings" };

/** Reads an address; anything unknown is Today. */
export function parse(hash: string): Route {
  const [screen = "", first = "", second = "", third = ""] = hash.replace(/^#\/?/, "").split("/").map(decode);
  switch (screen) {
    case "portfolio":
    case "compliance":
    case "playbook":
    case "rates":
    case "settings":
    case "add":
      return { screen };
    case "distributor":
      return first === "" ? { screen: "portfolio" } : distributor(first, second, third);
    case "targets":
      return { screen, id: first || null };
    case "meeting":
      return first === "" ? { screen: "portfolio" } : { screen, id: first };
    case "import":
      return { screen, file: first || null };
    case "packs":
      return { screen, only: first || null };
    default:
      return { screen: "today" };
  }
}

function distributor(id: string, tab: string, quarter: string): Route {
  const place = { screen: "distributor", id, tab: TABS.find((known) => known === tab) ?? "scorecard" } as const;
  return quarter === "" ? place : { ...place, quarter };
}

/** Writes the address of a place. */
export function link(route: Route): string {
  return "#/" + parts(route).map(encodeURIComponent).join("/");
}

function parts(route: Route): string[] {
  switch (route.screen) {
    case "distributor":
      if (route.quarter !== undefined) return [route.screen, route.id, route.tab, route.quarter];
      return route.tab === "scorecard" ? [route.screen, route.id] : [route.screen, route.id, route.tab];
    case "targets":
      return route.id === null ? [route.screen] : [route.screen, route.id];
    case "meeting":
      return [route.screen, route.id];
    case "import":
      return route.file === null ? [route.screen] : [route.screen, route.file];
    case "packs":
      return route.only === null ? [route.screen] : [route.screen, route.only];
    default:
      return [route.screen];
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
