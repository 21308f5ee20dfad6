import { isEmptyPage, isPageContent, pageBytes, partsOfPage, type PageNode, picturesOfPage } from '.';

const text = (words: string, ...marks: PageNode['marks'] & object): PageNode =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const paragraph = (...content: PageNode[]): PageNode => ({ type: 'paragraph', content });
const said = paragraph(text('Recognition is a right.'));
const inside = (type: string, attrs?: object, ...content: PageNode[]) =>
  ({ type, ...(attrs && { attrs }), content }) as PageNode;
const link = (href: string) => paragraph(text('the convention', { type: 'link', attrs: { href } }));
const pictureId = '01936c5e-0000-7000-8000-0000000000aa';
const figure = { type: 'figure', attrs: { pictureId, alt: 'A map', caption: '' } };
const video = (address: string) => ({ type: 'video', attrs: { address, title: 'A talk' } });
const nested = (depth: number, inner = said): PageNode =>
  depth ? inside('bulletList', undefined, inside('listItem', undefined, nested(depth - 1, inner))) : inner;

describe('the content of a page', () => {
  it.each<[string, unknown]>([
    ['nothing yet', []],
    ['an empty paragraph', [{ type: 'paragraph' }]],
    ['a paragraph', [said]],
    ['looks of letters', [paragraph(text('a', { type: 'bold' }, { type: 'italic' }), text('b', { type: 'code' }))]],
    ['a heading', [inside('heading', { level: 2 }, text('What it is'))]],
    ['a list in a list', [nested(2)]],
    ['a link as deep as anything may be', [nested(7, link('https://www.enic-naric.net/'))]],
    ['a numbered list', [inside('orderedList', { start: 3 }, inside('listItem', undefined, said))]],
    ['a quotation', [inside('blockquote', undefined, said)]],
    ['a callout', [inside('callout', { tone: 'warning' }, said)]],
    ['code', [inside('codeBlock', undefined, text('if (a < b)\n  return "</script>";'))]],
    ['a line', [{ type: 'horizontalRule' }]],
    [
      'a table',
      [
        inside(
          'table',
          undefined,
          inside('tableRow', undefined, inside('tableHeader', { colspan: 1, rowspan: 1 }, said)),
          inside('tableRow', undefined, inside('tableCell', { colspan: 1, rowspan: 2 }, said)),
        ),
      ],
    ],
    ['a picture', [figure]],
    ['a video', [video('https://vimeo.com/76979871')]],
    ['a footnote', [paragraph(text('Lisbon'), { type: 'footnote', attrs: { note: 'ETS No. 165' } })]],
    ['a link', [link('https://www.enic-naric.net/')]],
    ['a link to a mailbox', [link('mailto:centre@example.org')]],
    ['hostile words, which stay words', [paragraph(text('<img src=x onerror=alert(1)>'))]],
  ])('can be %s', (_, blocks) => {
    expect(isPageContent(blocks)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a text', 'words'],
    ['a block alone', said],
    ['letters outside of a block', [text('a')]],
    ['a kind that no reader draws', [inside('iframe', { src: 'https://example.org' })]],
    ['a kind of every object', [{ type: 'constructor' }]],
    ['a look of every object', [paragraph(text('a', { type: 'toString' }))]],
    ['HTML', [{ type: 'html', text: '<script>alert(1)</script>' }]],
    ['a script behind a link', [link('javascript:alert(1)')]],
    ['data behind a link', [link('data:text/html,x')]],
    ['a link that looks like another', [link('https://cimea.it@evil.example/')]],
    ['a mailbox with headers', [link('mailto:a@example.org?bcc=b@example.org')]],
    ['a mailbox that reads otherwise than it is', [link('mailto:a@example.org\u202Egro.live')]],
    ['a video whose address hides something', [video('https://vimeo.com/76979871?a\u200B')]],
    [
      'a link with more than its address',
      [paragraph(text('a', { type: 'link', attrs: { href: 'https://a.example/', target: '_top' } }))],
    ],
    ['a style', [{ ...said, attrs: { style: 'position:fixed' } }]],
    ['a first heading beside that of the page', [inside('heading', { level: 1 }, text('a'))]],
    [
      'a table in a table',
      [
        inside(
          'table',
          undefined,
          inside('tableRow', undefined, inside('tableCell', { colspan: 1, rowspan: 1 }, inside('table', undefined))),
        ),
      ],
    ],
    [
      'a cell as wide as the memory',
      [
        inside(
          'table',
          undefined,
          inside('tableRow', undefined, inside('tableCell', { colspan: 1e9, rowspan: 1 }, said)),
        ),
      ],
    ],
    ['a list without items', [inside('bulletList')]],
    ['words in a list that are in no item', [inside('bulletList', undefined, said)]],
    [
      'a picture of another site',
      [{ type: 'figure', attrs: { pictureId: 'https://spy.example/p.gif', alt: '', caption: '' } }],
    ],
    ['a picture with a size', [{ type: 'figure', attrs: { ...figure.attrs, width: '9999px' } }]],
    ['a video of another site', [video('https://spy.example/embed/1')]],
    ['letters that turn the reading around', [paragraph(text('a\u202Eb'))]],
    ['an empty text', [paragraph(text(''))]],
    ['a paragraph that holds a paragraph', [paragraph(said)]],
    ['deeper than anybody reads', [nested(9)]],
    ['longer than a page', [paragraph(text('é'.repeat(pageBytes / 2)))]],
  ])('cannot be %s', (_, blocks) => {
    expect(isPageContent(blocks)).toBe(false);
  });

  it('is not looked through where it is too long for a page', () => {
    const normalize = jest.spyOn(String.prototype, 'normalize');
    expect(isPageContent([paragraph(text('a\u0301'.repeat(pageBytes)))])).toBe(false);
    expect(normalize).not.toHaveBeenCalled();
    normalize.mockRestore();
  });

  it('is read to its end whatever its depth', () => {
    const deep = JSON.parse(`[${'{"type":"blockquote","content":['.repeat(5000)}${']}'.repeat(5000)}]`) as unknown;
    expect(isPageContent(deep)).toBe(false);
  });

  it.each<[string, PageNode[], boolean]>([
    ['nothing', [], true],
    ['a paragraph of spaces', [paragraph(text('  '))], true],
    ['a line', [{ type: 'horizontalRule' }], true],
    ['words in a list', [nested(1)], false],
    ['a picture', [figure], false],
  ])('is empty with %s: %#', (_, blocks, isEmpty) => {
    expect(isEmptyPage(blocks)).toBe(isEmpty);
  });

  it('names its parts, the outer first, and its pictures', () => {
    expect(partsOfPage([nested(1)]).map(({ type }) => type)).toEqual(['bulletList', 'listItem', 'paragraph', 'text']);
    expect(picturesOfPage([said, figure])).toEqual([pictureId]);
  });
});
