/** Draws the PDF itself, page by page. pdf.js is large, so it comes when a pack is first looked at. */
import type { PDFDocumentProxy } from "pdfjs-dist";

/** A width and a height, in px. */
export interface Room {
  width: number;
  height: number;
}

export interface Document {
  pages: number;
  /** Draws a page as large as its room allows, as sharp as the screen can. */
  draw(page: number, canvas: HTMLCanvasElement, room: Room, whole: boolean): Promise<void>;
  close(): void;
}

export async function open(bytes: ArrayBuffer): Promise<Document> {
  const [pdf, worker] = await Promise.all([import("pdfjs-dist"), import("pdfjs-dist/build/pdf.worker.min.mjs?url")]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  const opened: PDFDocumentProxy = await pdf.getDocument({ data: new Uint8Array(bytes), isEvalSupported: false }).promise;
  return {
    pages: opened.numPages,
    async draw(number, canvas, room, isWhole) {
      const page = await opened.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const scale = fit(whole, room, isWhole);
      // Small print stays legible on a plain screen when it is drawn larger than shown.
      const sharp = Math.max(globalThis.devicePixelRatio || 1, 2);
      const viewport = page.getViewport({ scale: scale * sharp });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      canvas.style.width = `${Math.round(whole.width * scale)}px`;
      canvas.style.height = `${Math.round(whole.height * scale)}px`;
      await page.render({ canvas, viewport }).promise;
    },
    close: () => void opened.loadingTask.destroy(),
  };
}

/** The scale at which a page fills the width of its room, or stands whole in it; never so small that it can't be made out. */
export function fit(page: Room, room: Room, whole: boolean): number {
  const wide = room.width / page.width;
  return Math.max(whole ? Math.min(wide, room.height / page.height) : wide, 0.3);
}
