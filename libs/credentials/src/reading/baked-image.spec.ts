import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { concat, utf8 } from '../platform/encoding';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { JsonObject } from '../platform/json';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
let signed: JsonObject;
beforeAll(async () => {
  await issuer.publishStatusLists([]);
  signed = await issuer.sign(buildCredential(anAwardRecord(), anIssue()));
});

const found = async (image: Uint8Array<ArrayBuffer>) => {
  const { verdict, checks, source } = await verify(image, { loader: issuer.loader, now, trusted: issuer.trusted });
  return [verdict, checks[0]?.code, source];
};
const unreadable = (code: string) => ['unreadable', code, undefined];

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** A chunk of a PNG; nobody looks at its checksum here. */
function chunk(kind: string, data: Uint8Array, length = data.length): Uint8Array {
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, length);
  head.set(utf8(kind), 4);
  return concat(head, data, new Uint8Array(4));
}
const text = (keyword: string, content: string, flags = '\0\0') =>
  chunk('iTXt', utf8(`${keyword}\0${flags}\0\0${content}`));
const png = (...chunks: Uint8Array[]) =>
  concat(signature, chunk('IHDR', new Uint8Array(13)), ...chunks, chunk('IEND', new Uint8Array()));

const svg = (inner: string, before = '') =>
  utf8(`${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">
  <title>A badge</title>${inner}<circle r="4"/></svg>`);
const element = (content: string, attributes = '') =>
  `<openbadges:credential${attributes}>${content}</openbadges:credential>`;

describe('a badge with its credential baked in', () => {
  it('is verified from a PNG and from an SVG', async () => {
    const json = JSON.stringify(signed);
    const images = [
      png(text('Title', 'A badge'), text('openbadgecredential', json)),
      svg(element(`<![CDATA[${json}]]>`)),
      svg(element(`<![CDATA[${json}]]>`), '<?xml version="1.0" encoding="UTF-8"?>\n'),
      svg(`<g>${element(`\n<![CDATA[\n${json}\n]]>\n`)}</g>`, '<!-- drawn by hand -->'),
    ];
    expect(await Promise.all(images.map(found))).toEqual(images.map(() => ['valid', 'open-badge', 'image']));
  });

  it('may be a token', async () => {
    const token = 'eyJhbGciOiJub25lIn0.eyJAY29udGV4dCI6WyJodHRwczovL3NjaG9vbC5leGFtcGxlIl19.';
    expect(await found(png(text('openbadgecredential', token)))).toEqual([
      'not-supported',
      'other-data-model',
      'image',
    ]);
    expect(await found(svg(element('', ` verify="${token}"`)))).toEqual(['not-supported', 'other-data-model', 'image']);
  });

  it('is told apart from other images and from older badges', async () => {
    expect(await found(png())).toEqual(unreadable('nothing-baked'));
    expect(await found(svg(''))).toEqual(unreadable('nothing-baked'));
    const older = 'eyJhbGciOiJSUzI1NiJ9.eyJ0eXBlIjoiQXNzZXJ0aW9uIn0.AA';
    for (const image of [
      png(text('openbadges', older)),
      svg(`<openbadges:assertion verify="${older}"></openbadges:assertion>`),
    ])
      expect(await found(image)).toEqual(['not-supported', 'other-format', undefined]);
  });

  it('is refused with two credentials', async () => {
    const twice = text('openbadgecredential', JSON.stringify(signed));
    expect(await found(png(twice, twice))).toEqual(['not-supported', 'several-credentials', undefined]);
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    [
      'a chunk longer than the file',
      () => png(chunk('iTXt', utf8('openbadgecredential\0'), 4_000_000_000)),
      'broken-image',
    ],
    ['a compressed text', () => png(text('openbadgecredential', 'x', '\u0001\0')), 'broken-image'],
    ['a text without an end of its keyword', () => png(chunk('iTXt', utf8('openbadgecredential'))), 'nothing-baked'],
    ['an element without an end', () => utf8('<svg><openbadges:credential>'), 'nothing-baked'],
    ['an entity', () => svg(element('&bomb;'), '<!DOCTYPE svg [<!ENTITY bomb "boom">]>'), 'not-json'],
    ['nothing readable', () => png(text('openbadgecredential', '{"a":')), 'not-json'],
  ])('with %s is unreadable', async (_, image, code) => {
    expect(await found(image())).toEqual(unreadable(code));
  });

  it('with entities that grow, or elements within elements, is read in a moment', async () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}">${[...'bcdefgh']
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(50)}">`)
      .join('')}]>`;
    const began = performance.now();
    await found(svg(element('&h;'), bomb));
    await found(svg(`${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}`));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
