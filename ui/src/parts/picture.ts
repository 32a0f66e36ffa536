import type { Picture } from "../bindings/Picture";

const PX_PER_POINT = 4 / 3;

/** The size in px: as drawn, or as wide as asked with the height that follows. */
export function box(picture: Pick<Picture, "width" | "height">, width?: number): { width: number; height: number } {
  const drawn = (picture.width / 100) * PX_PER_POINT;
  const scale = width === undefined || drawn === 0 ? 1 : width / drawn;
  return { width: drawn * scale, height: (picture.height / 100) * PX_PER_POINT * scale };
}

/** The path through points given as x and y in turn. */
export function path(points: number[], closed: boolean): string {
  let drawn = "";
  for (let at = 0; at + 1 < points.length; at += 2) drawn += `${at === 0 ? "M" : "L"}${points[at]} ${points[at + 1]}`;
  return closed && drawn !== "" ? `${drawn}Z` : drawn;
}
