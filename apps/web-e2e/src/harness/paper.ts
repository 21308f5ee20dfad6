/** A file as Playwright hands it to a page. */
export interface FileToChoose {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A PDF of one page with one line on it. */
export function paper(name: string, line: string): FileToChoose {
  const text = `BT /F1 18 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  const pdf = `%PDF-1.4\n${body}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(pdf, 'latin1') };
}

/** What is said to be a PDF. */
export const pdfFile = (name: string, content: string | Buffer): FileToChoose => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(content as string),
});
