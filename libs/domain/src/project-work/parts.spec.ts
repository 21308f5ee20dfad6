import { linkOf, mayUpload, partsOf, takesParts } from './parts';

describe('the parts of a version', () => {
  it.each([
    [{}, { least: 1, most: 1, kinds: null }],
    [{ files: { kinds: ['pdf' as const] } }, { least: 1, most: 1, kinds: ['pdf'] }],
    [{ files: { most: 4 } }, { least: 1, most: 4, kinds: null }],
    [{ files: { least: 2 } }, { least: 2, most: 2, kinds: null }],
    [{ files: { least: 0, most: 2 } }, { least: 0, most: 2, kinds: null }],
    [
      { files: { most: 0 }, links: { most: 1 } },
      { least: 0, most: 0, kinds: null },
    ],
  ])('are, for files of %j, %j', (asked, files) => {
    expect(partsOf(asked).files).toEqual(files);
  });

  it('are no links and no text unless the brief asks for them', () => {
    expect(partsOf({})).toMatchObject({ links: { least: 0, most: 0 }, text: null });
    expect(partsOf({ links: { most: 3 }, text: { most: 200 } })).toMatchObject({
      links: { least: 0, most: 3 },
      text: { least: 0, most: 200 },
    });
  });

  const all = partsOf({ files: { least: 1, most: 3 }, links: { least: 1, most: 2 }, text: { least: 50, most: 100 } });
  it.each([
    [{ files: 1, links: 1, words: 50 }, true],
    [{ files: 3, links: 2, words: 100 }, true],
    [{ files: 0, links: 0, words: 0 }, 'project-work.nothing-to-hand-in'],
    [{ files: 0, links: 1, words: 50 }, 'project-work.too-few-files'],
    [{ files: 4, links: 1, words: 50 }, 'project-work.too-many-files'],
    [{ files: 1, links: 0, words: 50 }, 'project-work.too-few-links'],
    [{ files: 1, links: 3, words: 50 }, 'project-work.too-many-links'],
    [{ files: 1, links: 1, words: 49 }, 'project-work.too-few-words'],
    [{ files: 1, links: 1, words: 101 }, 'project-work.too-many-words'],
  ])('%j: %s', (given, expected) => {
    const taken = takesParts(all, given);
    expect(taken === true ? taken : taken.refused).toBe(expected);
  });

  it('may be no text where the brief asks for none', () => {
    expect(takesParts(partsOf({}), { files: 1, links: 0, words: 1 })).toMatchObject({
      refused: 'project-work.too-many-words',
      numbers: { most: 0 },
    });
  });
});

describe('a link', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['  http://example.org ', 'http://example.org/'],
    ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    // A Cyrillic а among Latin letters.
    ['https://p\u0430ypal.example/', 'https://xn--pypal-4ve.example/'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(linkOf(typed)).toBe(kept);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'java\nscript:alert(1)',
    'https://exa\tmple.org/',
    'https://example.org/\u202Egpj.exe',
    'https://example.org/a\u200Bb',
    'https:\\\\example.org',
    'https://user:secret@example.org/',
    'https://example.org@evil.example/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'example.org',
    '//example.org',
    'https://localhost/',
    'https://intranet/',
    'https://',
    '',
    `https://example.org/${'a'.repeat(1000)}`,
  ])('%j is none', (typed) => {
    expect(linkOf(typed)).toBeNull();
  });
});

describe('an upload', () => {
  const megabyte = 1024 * 1024;
  it.each([
    [100 * megabyte, { files: 0, bytes: 0 }, true],
    [100 * megabyte + 1, { files: 0, bytes: 0 }, 'project-work.file-too-large'],
    [1, { files: 39, bytes: 39 }, true],
    [1, { files: 40, bytes: 40 }, 'project-work.uploads-full'],
    [100 * megabyte, { files: 4, bytes: 400 * megabyte }, true],
    [100 * megabyte, { files: 5, bytes: 400 * megabyte + 1 }, 'project-work.uploads-full'],
  ])('of %d bytes beside %j: %s', (bytes, onTheWay, expected) => {
    const may = mayUpload(bytes, onTheWay);
    expect(may === true ? may : may.refused).toBe(expected);
  });
});
