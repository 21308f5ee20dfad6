import { crc32 } from 'node:zlib';
import { concat, utf8 } from '../platform/encoding';

/**
 * Puts a signed credential, as JSON, into the image of its badge, which stays one file to hand on (Open Badges 3.0, 5.3.1
 * and 5.3.2). `baked-image.ts` reads what these write.
 */

/** Into an SVG: an element of its own right after the first tag. Throws for what is no SVG. */
export function bakedSvg(svg: string, credential: string): string {
  const start = /<svg\b[^>]*>/.exec(svg);
  if (!start) throw new RangeError('Not an SVG.');
  // The end of a CDATA section may stand in any text of a credential; JSON can write it in another way.
  const json = credential.replaceAll(']]>', ']]\\u003e');
  const element = `<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[${json}]]></openbadges:credential>`;
  const at = start.index + start[0].length;
  return svg.slice(0, at) + element + svg.slice(at);
}

/** The signature of a PNG and its first chunk, `IHDR`, which has thirteen bytes of data: behind them a text may stand. */
const headBytes = 8 + 12 + 13;

/** Into a PNG: an uncompressed `iTXt` chunk behind the header. Throws for what is no PNG. */
export function bakedPng(png: Uint8Array, credential: string): Uint8Array {
  if (new TextDecoder('latin1').decode(png.subarray(1, 16)) !== 'PNG\r\n\x1a\n\0\0\0\rIHDR')
    throw new RangeError('Not a PNG.');
  const text = chunk('iTXt', utf8(`openbadgecredential\0\0\0\0\0${credential}`));
  return concat(png.subarray(0, headBytes), text, png.subarray(headBytes));
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const named = concat(utf8(kind), data);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, data.length);
  const sum = new DataView(new ArrayBuffer(4));
  sum.setUint32(0, crc32(named));
  return concat(new Uint8Array(length.buffer), named, new Uint8Array(sum.buffer));
}
