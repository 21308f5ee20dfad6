/** The smallest PDF with one attached file, for specs: it resembles a certificate to a verifier. */
export function aPdfWith(name: string, content: string | Uint8Array, filters = ''): Uint8Array<ArrayBuffer> {
  const data = Buffer.from(content);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(' + name + ') 4 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    `<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Source /EF << /F 5 0 R >> >>`,
    `<< /Type /EmbeddedFile /Length ${data.length} ${filters} >>\nstream\n${data.toString('latin1')}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
