import { adviceFor, type PageNode } from '.';

const text = (words: string, href?: string): PageNode => ({
  type: 'text',
  text: words,
  ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
});
const heading = (level: number, words: string): PageNode => ({
  type: 'heading',
  attrs: { level },
  content: words ? [text(words)] : [],
});
const paragraph = (...content: PageNode[]): PageNode => ({ type: 'paragraph', content });
const figure = (alt: string): PageNode => ({ type: 'figure', attrs: { pictureId: 'p', alt, caption: '' } });
const table = (kind: string): PageNode => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: kind, content: [paragraph(text('a'))] }] }],
});
const site = 'https://www.enic-naric.net/';

it.each<[string, PageNode[], string[]]>([
  [
    'says nothing of a page that is right',
    [heading(2, 'a'), heading(3, 'b'), heading(2, 'c'), figure('A map'), table('tableHeader')],
    [],
  ],
  ['names the picture without words', [figure('A map'), figure('')], ['no-alt 2']],
  ['names a heading that skips a level', [heading(2, 'a'), heading(4, 'b')], ['heading-skipped 2']],
  ['names a first heading that is too deep', [heading(3, 'a')], ['heading-skipped 1']],
  ['names an empty heading', [heading(2, ''), heading(2, 'a')], ['heading-empty 1']],
  ['names a table without a head', [table('tableCell')], ['table-without-head 1']],
  [
    'names a link that says nothing',
    [paragraph(text('the network', site)), paragraph(text('Click '), text('here', 'https://a.example/'))],
    ['link-says-nothing 2'],
  ],
  ['reads the words of a link together', [paragraph(text('read', site), text(' more of the network', site))], []],
  [
    'names a video without a title',
    [{ type: 'video', attrs: { address: 'https://vimeo.com/1', title: '' } }],
    ['video-without-title 1'],
  ],
])('advice for authors %s', (_, blocks, expected) => {
  expect(adviceFor(blocks).map(({ what, at }) => `${what} ${at}`)).toEqual(expected);
});
