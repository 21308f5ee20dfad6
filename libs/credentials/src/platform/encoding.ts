type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

export const sha256 = (data: Bytes): Promise<Bytes> => digest('SHA-256', data);
export const sha384 = (data: Bytes): Promise<Bytes> => digest('SHA-384', data);

/** By a name of WebCrypto's: `SHA-512`. */
export const digest = async (algorithm: string, data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(algorithm, data));

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export const toHex = (data: Uint8Array): string =>
  Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');

const base58Alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** base58btc, without the multibase letter `z`. For keys and signatures: the effort grows with the square of the length. */
export function toBase58(data: Uint8Array): string {
  let number = 0n;
  for (const byte of data) number = number * 256n + BigInt(byte);
  let text = '';
  for (; number > 0n; number /= 58n) text = base58Alphabet.charAt(Number(number % 58n)) + text;
  return '1'.repeat(leading(data, 0)) + text;
}

export function fromBase58(text: string): Bytes {
  if (text.length > 256) throw new RangeError('Longer than any key or signature.');
  let number = 0n;
  for (const character of text) {
    const digit = base58Alphabet.indexOf(character);
    if (digit < 0) throw new RangeError('Not a base58 character.');
    number = number * 58n + BigInt(digit);
  }
  const digits: number[] = [];
  for (; number > 0n; number /= 256n) digits.unshift(Number(number % 256n));
  return concat(new Uint8Array(leading([...text], '1')), Uint8Array.from(digits));
}

function leading<Item>(items: ArrayLike<Item>, item: Item): number {
  let count = 0;
  while (count < items.length && items[count] === item) count++;
  return count;
}

/** base64url without padding, without the multibase letter `u`. */
export function toBase64Url(data: Uint8Array): string {
  let binary = '';
  for (const byte of data) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function fromBase64Url(text: string): Bytes {
  if (!/^[\w-]*$/.test(text)) throw new RangeError('Not base64url.');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

/** Bytes of a multibase text in one of the two bases that credentials use. */
export function fromMultibase(text: string): Bytes {
  if (text.startsWith('z')) return fromBase58(text.slice(1));
  if (text.startsWith('u')) return fromBase64Url(text.slice(1));
  throw new RangeError('A multibase other than z and u.');
}

export const gzip = (data: Bytes): Promise<Bytes> =>
  through(data, new CompressionStream('gzip'), Number.POSITIVE_INFINITY);

/** Unpacks, but never more than `most` bytes: a few bytes of gzip can unpack to gigabytes. */
export const gunzip = (data: Bytes, most: number): Promise<Bytes> =>
  through(data, new DecompressionStream('gzip'), most);

/** The same with zlib's frame, which Token Status Lists have. */
export const deflate = (data: Bytes): Promise<Bytes> =>
  through(data, new CompressionStream('deflate'), Number.POSITIVE_INFINITY);

export const inflate = (data: Bytes, most: number): Promise<Bytes> =>
  through(data, new DecompressionStream('deflate'), most);

const through = (data: Bytes, transform: CompressionStream | DecompressionStream, most: number): Promise<Bytes> =>
  collected(new Blob([data]).stream().pipeThrough(transform), most);

/** All bytes of a stream, up to `most`: a declared length may be wrong. */
export async function collected(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return concat(...parts);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`More than ${most} bytes.`);
    }
    parts.push(value);
  }
}
