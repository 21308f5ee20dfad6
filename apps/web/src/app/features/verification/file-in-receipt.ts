import type { Receipt } from '@libretto/credentials';

/** The file of a receipt whose bytes are exactly these. Throws where the browser cannot read the file. */
export async function fileInReceipt({ files }: Receipt, file: Blob): Promise<Receipt['files'][number] | undefined> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return files.find((received) => received.sha256 === sha256);
}
