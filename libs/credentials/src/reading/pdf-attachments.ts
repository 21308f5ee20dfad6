/** Reads the files that travel in a PDF. */
export type PdfReader = (pdf: Uint8Array<ArrayBuffer>) => Promise<readonly Uint8Array[]>;

/** A PDF has its signature within its first kilobyte. */
export const isPdf = (data: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(data.subarray(0, 1024)).includes('%PDF-');

/** Nobody attaches more than this to a certificate. */
const most = 20;

/** The reader is large and loaded only when the first PDF comes. */
export const inThisProcess: PdfReader = async (pdf) => {
  await import('../platform/older-engines');
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Without a worker of its own the reader runs here; through this import it finds its other half in every bundle.
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= worker;
  GlobalWorkerOptions.workerSrc ||= 'unused';
  // Given a copy, because the reader takes the bytes away; no scripts, no fonts, no network.
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, disableFontFace: true, useSystemFonts: false });
  try {
    const document = await loading.promise;
    const names = [...((await document.getAttachments()) ?? new Map<string, unknown>()).keys()];
    const contents = await Promise.all(names.slice(0, most).map((name) => document.getAttachmentContent(name)));
    return contents.filter((content): content is Uint8Array => content instanceof Uint8Array);
  } finally {
    await loading.destroy();
  }
};
