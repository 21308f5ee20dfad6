import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a PDF, a page each, as a reader’s program would copy them. */
export async function wordsOfPdf(pdf: Uint8Array): Promise<string[]> {
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await reading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await reading.destroy();
  return pages;
}

/** The notes on the pages of a PDF: the kind of each, and its words. */
export async function notesInPdf(pdf: Uint8Array): Promise<{ kind: string; contents: string }[]> {
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await reading.promise;
  const notes: { kind: string; contents: string }[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    for (const { subtype, contentsObj } of (await (await document.getPage(number)).getAnnotations()) as {
      subtype: string;
      contentsObj?: { str: string };
    }[])
      if (!['Link', 'Widget', 'Popup'].includes(subtype))
        notes.push({ kind: subtype, contents: contentsObj?.str ?? '' });
  await reading.destroy();
  return notes;
}
