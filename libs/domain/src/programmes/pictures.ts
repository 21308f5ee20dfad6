/* Pictures of a programme file: logos, a seal, signatures. A file holds each as a PNG in a data address, a published
   version by the hash of its bytes. */

export const mostPictures = 10;
export const mostBytesOfPicture = 60_000;
/** Far more than a logo needs on paper, and few enough to be drawn in an instant. */
export const mostPixelsOfSide = 2000;

const head = 'data:image/png;base64,';
const headOfHash = 'sha256:';
const hashed = new RegExp(`^${headOfHash}[0-9a-f]{64}$`);

/** Whether a text is a picture that a programme can have: a PNG that is small enough, or the hash of one. */
export function isPictureText(text: string): boolean {
  if (hashed.test(text)) return true;
  if (!text.startsWith(head) || text.length > head.length + Math.ceil(mostBytesOfPicture / 3) * 4) return false;
  const size = sizeOfPng(text.slice(head.length));
  return size !== null && size.every((side) => side >= 1 && side <= mostPixelsOfSide);
}

/** The PNG of a picture as base64, or nothing if the text is a hash. */
export const pngOf = (text: string): string | null => (text.startsWith(head) ? text.slice(head.length) : null);

export const pictureOfPng = (base64: string): string => `${head}${base64}`;

/** A picture that is kept, by the SHA-256 of its PNG in hexadecimal digits. */
export const pictureOfHash = (hash: string): string => `${headOfHash}${hash}`;

/** The hash in the text of a picture that is kept. */
export const hashIn = (text: string): string => text.slice(headOfHash.length);

/** A text without its pictures: they are limited by themselves. */
export const withoutPictures = (text: string): string => text.replace(/data:image\/png;base64,[A-Za-z0-9+/=]*/g, '');

/** Width and height, which stand in the first chunk. */
function sizeOfPng(base64: string): [number, number] | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return null;
  const bytes = decoded(base64.slice(0, 44));
  const isPng = bytes.length >= 24 && signature.every((byte, at) => byte === bytes[at]);
  if (!isPng) return null;
  const view = new DataView(bytes.buffer);
  return [view.getUint32(16), view.getUint32(20)];
}
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of whole groups of three bytes, or less at the end of all. */
function decoded(base64: string): Uint8Array {
  const groups = base64.match(/[^=]{2,4}/g) ?? [];
  return Uint8Array.from(
    groups.flatMap((group) => {
      const bits = [...group.padEnd(4, 'A')].reduce((all, letter) => all * 64 + alphabet.indexOf(letter), 0);
      return [bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, group.length - 1);
    }),
  );
}
