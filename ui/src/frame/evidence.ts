/** Zeros that end the decimals of a figure, and the point where nothing is left behind it. */
const IDLE_ZEROS = /(\.\d*?)0+(?!\d)/g;

const plain = (figure: string) => figure.replace(IDLE_ZEROS, "$1").replace(/\.(?!\d)/g, "");

/** Whether every digit of a figure is more than what is shown of it: `2,334,750 RM` says no more than `2,334,750.00 RM`. */
export function saysMore(exact: string, shown: string): boolean {
  return exact !== "" && plain(exact) !== plain(shown);
}
