/**
 * Says on the root element which screen is shown and whether all its data has been painted: `data-screen`, `data-ready`.
 * Two frames after the data, and after its fonts: the first lays it out, the second has painted it.
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

const painted = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

async function settle(): Promise<void> {
  const mine = ++turn;
  await painted();
  // What was just laid out may have asked for the font of another script. Where there are no fonts there is no wait.
  await (document.fonts as FontFaceSet | undefined)?.ready;
  await painted();
  if (mine === turn) document.documentElement.dataset["ready"] = "true";
}
