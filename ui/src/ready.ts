/**
 * Says on the root element which screen is shown and whether all its data has been painted: `data-screen`, `data-ready`.
 * Two frames after the data: the first lays it out, the second has painted it.
 */
let open = 0;
let turn = 0;

/** Takes the flag down until the returned function has been called. */
export function busy(): () => void {
  open += 1;
  turn += 1;
  delete document.documentElement.dataset["ready"];
  let done = false;
  return () => {
    if (done) return;
    done = true;
    open -= 1;
    if (open === 0) void settle();
  };
}

async function settle(): Promise<void> {
  const mine = ++turn;
  // A name in another script is painted once its font has come; a machine without the interface has no fonts to wait for.
  await (document.fonts as FontFaceSet | undefined)?.ready;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (mine === turn) document.documentElement.dataset["ready"] = "true";
    }),
  );
}
