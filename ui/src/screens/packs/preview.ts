/** Draws the PDF itself, page by page. pdf.js is large, so it comes when a pack is first looked at. */
import type { PDFDocumentProxy } from "pdfjs-dist";

export interface Document {
  pages: number;
  /** Draws a page so that it fits the given px, as sharp as the screen can. */
  draw(page: number, canvas: HTMLCanvasElement, room: { width: number; height: number }): Promise<void>;
  close(): void;
}

export async function open(bytes: ArrayBuffer): Promise<Document> {
  const [pdf, worker] = await Promise.all([import("pdfjs-dist"), import("pdfjs-dist/build/pdf.worker.min.mjs?url")]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  const opened: PDFDocumentProxy = await pdf.getDocument({ data: new Uint8Array(bytes), isEvalSupported: false }).promise;
  return {
    pages: opened.numPages,
    async draw(number, canvas, room) {
      const page = await opened.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const scale = fit(whole, room);
      const sharp = Math.max(globalThis.devicePixelRatio || 1, 1);
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

/** The scale at which a page stands whole in its room; never so small that it can't be made out. */
export function fit(page: { width: number; height: number }, room: { width: number; height: number }): number {
  return Math.max(Math.min(room.width / page.width, room.height / page.height), 0.3);
}
