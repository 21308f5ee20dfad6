import { crc32, deflateSync } from 'node:zlib';
import { buildCredential } from '../award/build-credential';
import { utf8 } from '../platform/encoding';
import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { verify } from '../verification/verify';
import { bakedPng, bakedSvg } from './bake-image';

const now = new Date('2026-11-23T10:00:00Z');
const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle r="4"/></svg>';

/** A PNG of one grey pixel, made of its chunks by hand. */
function aPng(): Uint8Array {
  const chunk = (kind: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    around.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** The kinds of the chunks of a PNG; throws where a checksum is wrong. */
function chunksOf(png: Uint8Array): string[] {
  const bytes = Buffer.from(png);
  const kinds: string[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw new Error('A wrong checksum.');
    kinds.push(bytes.toString('latin1', at + 4, at + 8));
  }
  return kinds;
}

describe('a credential baked into the image of its badge', () => {
  it.each([
    ['an ordinary name', 'Horvat'],
    ['a name that would end the part of the image', ']]></openbadges:credential><script>alert(1)</script>'],
    ['letters of other alphabets', 'Ωνάσης 欧阳 محمد'],
  ])('is valid when read from it again, with %s', async (_, familyName) => {
    const issuer = new IssuerAtWork();
    await issuer.publishStatusLists([]);
    const learner = { ...anAwardRecord().learner, familyName };
    const signed = await issuer.sign(buildCredential({ ...anAwardRecord(), learner }, anIssue()));
    const json = JSON.stringify(signed);
    for (const image of [utf8(bakedSvg(svg, json)), bakedPng(aPng(), json)]) {
      const { verdict, source, contents } = await verify(new Uint8Array(image), {
        loader: issuer.loader,
        now,
        trusted: issuer.trusted,
      });
      expect([verdict, source]).toEqual(['valid', 'image']);
      expect(JSON.stringify(contents)).toContain(JSON.stringify(familyName).slice(1, -1));
    }
  });

  it('leaves the image as it was, and its checksums right', () => {
    const png = aPng();
    const baked = bakedPng(png, '{}');
    expect(chunksOf(baked)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
    expect(Buffer.from(baked).includes(Buffer.from(png.subarray(33)))).toBe(true);
    expect(bakedSvg(svg, '{}').replace(/<openbadges:credential.*<\/openbadges:credential>/, '')).toBe(svg);
  });

  it('is put into images only', () => {
    expect(() => bakedSvg('<html></html>', '{}')).toThrow('Not an SVG.');
    expect(() => bakedPng(utf8('GIF89a and some more bytes'), '{}')).toThrow('Not a PNG.');
  });
});
