import { aPdf } from '../../testing/small-files';
import { ManuscriptReader } from './manuscript-reader';
import { aDocx } from './manuscript.builder';

describe('the reader of manuscripts', () => {
  const reader = new ManuscriptReader();
  afterAll(() => reader.onApplicationShutdown());
  const read = (content: Buffer | string, name: string, type = 'text/plain') =>
    reader.read({ content: Buffer.from(content), name, type });
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it('reads Markdown as headings, lists, tables and quotes', async () => {
    const text = [
      '# Theory',
      'A *well* **made** [link](https://example.org/a) & more.',
      '- one\n- two',
      '> quoted',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '```\ncode < 1\n```',
    ].join('\n\n');
    const { blocks } = await read(text, 'work.md');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'table', 'code']);
    expect(blocks[1]).toEqual({
      kind: 'paragraph',
      runs: [
        { text: 'A ' },
        { text: 'well', italic: true },
        { text: ' ' },
        { text: 'made', bold: true },
        { text: ' ' },
        { text: 'link', link: 'https://example.org/a' },
        { text: ' & more.' },
      ],
    });
    expect(blocks[4]).toMatchObject({ hasHead: true, rows: [[[{ text: 'a' }], [{ text: 'b' }]], expect.anything()] });
    expect(blocks[5]).toEqual({ kind: 'code', text: 'code < 1' });
  });

  it.each([
    '<script>alert(1)</script> after',
    'before <img src=x onerror=alert(1)> <b>unclosed',
    '</body></html> & &nbsp; &bogus; <![CDATA[x]]> <!-- y -->',
    '[x](javascript:alert(1)) ![y](https://evil.example/p.png)',
    '> '.repeat(200) + 'deep',
    '#'.repeat(9) + ' [[[(((\u0000',
  ])('keeps what is markup elsewhere as text: %j', async (text) => {
    const { blocks, pictures } = await read(text, 'work.md');
    expect(pictures).toEqual([]);
    expect(JSON.stringify(blocks)).not.toMatch(/"link":"(?!https:)/);
    expect(blocks.some(({ kind }) => kind === 'picture')).toBe(false);
  });

  it('reads a plain text as its paragraphs', async () => {
    const { blocks } = await read('# not a heading\nsame\n\nnext & <last>', 'work.txt');
    expect(blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: '# not a heading same' }] },
      { kind: 'paragraph', runs: [{ text: 'next & <last>' }] },
    ]);
  });

  it('reads a document with its headings, and the pictures that it shows', async () => {
    const { blocks, pictures } = await read(await aDocx(), 'work.docx', docx);
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, runs: [{ text: 'Practice' }] },
      { kind: 'paragraph', runs: [{ text: 'Each ' }, { text: 'desk', bold: true }, { text: ' decides.' }] },
    ]);
    expect(pictures).toEqual([]);
  });

  it('shows the pages of a PDF, with their text for those who do not see them', async () => {
    const { blocks, pictures } = await read(await aPdf(2, 'Recognition'), 'work.pdf', 'application/pdf');
    expect(blocks).toEqual([
      { kind: 'picture', name: '1.jpg', alt: 'Recognition 1', isPage: true },
      { kind: 'picture', name: '2.jpg', alt: 'Recognition 2', isPage: true },
    ]);
    expect(pictures.map(({ bytes }) => Buffer.from(bytes).subarray(0, 3).toString('hex'))).toEqual([
      'ffd8ff',
      'ffd8ff',
    ]);
    const again = await read(await aPdf(2, 'Recognition'), 'work.pdf', 'application/pdf');
    expect(again.pictures[0]?.bytes).toEqual(pictures[0]?.bytes);
  });

  it('outlives a file that cannot be read', async () => {
    await expect(read('PK not a document', 'work.docx', docx)).rejects.toMatchObject({ message: expect.any(String) });
    await expect(read('%PDF-1.7 nothing', 'work.pdf', 'application/pdf')).rejects.toMatchObject({
      message: expect.stringContaining('cannot be drawn'),
    });
    await expect(read('fine', 'work.txt')).resolves.toMatchObject({ blocks: [{ kind: 'paragraph' }] });
  });
});
