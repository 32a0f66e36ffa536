import type { Picture } from "../bindings/Picture";

const PX_PER_POINT = 4 / 3;

/** A picture's room in px. With a width alone its proportions are kept; with both it is stretched into them. */
export function box(picture: Pick<Picture, "width" | "height">, width?: number, height?: number): { width: number; height: number } {
  const drawn = (picture.width / 100) * PX_PER_POINT;
  const scale = width === undefined || drawn === 0 ? 1 : width / drawn;
  return { width: drawn * scale, height: height ?? (picture.height / 100) * PX_PER_POINT * scale };
}

/** The thickness of a line in px. It is the same in a small picture as in a large one: a line must not fade away. */
export function thickness(width: number): number {
  return Math.max((width / 100) * PX_PER_POINT, 1);
}

/** The path through points given as x and y in turn. */
export function path(points: number[], closed: boolean): string {
  let drawn = "";
  for (let at = 0; at + 1 < points.length; at += 2) drawn += `${at === 0 ? "M" : "L"}${points[at]} ${points[at + 1]}`;
  return closed && drawn !== "" ? `${drawn}Z` : drawn;
}
