import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A key for one purpose, derived from the installation's secret. */
const keyFor = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'libretto signing keys', 32));

/** Encrypts with AES-256-GCM: nonce, tag and text in one line. */
export function encrypt(text: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.');
}

/** Throws if the secret differs or the text was changed. */
export function decrypt(line: string, secret: string): string {
  const [nonce, tag, sealed] = line.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !sealed) throw new Error('This is not a sealed text.');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret), nonce, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
}
