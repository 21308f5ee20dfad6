import {
  calloutTones,
  isPageContent,
  type PageNode,
  paragraphShowsAsItIs,
  showsAsItIs,
  tidyLine,
} from '@libretto/domain';
import { Editor } from '@tiptap/core';
import * as fc from 'fast-check';
import { cleanPage, paperOf } from './clean-page';
import { pageSchema } from './page-schema';

// jsdom has no clipboard.
Object.assign(globalThis, { ClipboardEvent: Event });

const pictureId = '01936c5e-0000-7000-8000-0000000000aa';
const words = { tones: { note: 'Note', tip: 'Tip', warning: 'Warning' }, pictureAt: (id: string) => `/pictures/${id}` };
const editors: Editor[] = [];
function write(blocks: readonly PageNode[] = []): Editor {
  const editor = new Editor({ element: document.createElement('div'), extensions: pageSchema(words) });
  editor.commands.setContent(paperOf(blocks));
  editors.push(editor);
  return editor;
}
const blocksOf = (editor: Editor) => cleanPage(editor.getJSON());
afterEach(() => editors.splice(0).forEach((editor) => editor.destroy()));

/** Neighbouring words of the same looks are one text; looks have no order. */
function canonical(nodes: readonly PageNode[]): PageNode[] {
  const joined: PageNode[] = [];
  for (const node of nodes) {
    const marks = [...(node.marks ?? [])].sort((one, other) => one.type.localeCompare(other.type));
    const content = canonical(node.content ?? []);
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else joined.push({ ...node, ...(content.length && { content }), ...(marks.length && { marks }) });
  }
  return joined.map(({ marks, content, ...node }) => ({
    ...node,
    ...(content?.length && { content }),
    ...(marks?.length && { marks }),
  }));
}

const said = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const line = said.map(tidyLine).filter(showsAsItIs);
const text = said.filter((words) => paragraphShowsAsItIs(words) && words === words.normalize('NFC'));
const look = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'code' }),
    fc
      .constantFrom('https://a.example/x?y=1', 'mailto:a@example.org')
      .map((href) => ({ type: 'link', attrs: { href } })),
  ),
  { selector: ({ type }) => type, maxLength: 3 },
);
const held = (type: string, content: fc.Arbitrary<unknown[]>, attrs?: fc.Arbitrary<object>) =>
  fc
    .record({ content, ...(attrs && { attrs }) })
    .map(({ content: nodes, ...rest }) => ({ type, ...rest, ...(nodes.length && { content: nodes }) }));
const inline = fc.array(
  fc.oneof(
    fc
      .record({ text, marks: look })
      .map(({ marks, ...node }) => ({ type: 'text', ...node, ...(marks.length && { marks }) })),
    fc.constant({ type: 'hardBreak' }),
    line.map((note) => ({ type: 'footnote', attrs: { note } })),
  ),
  { maxLength: 5 },
);
const { inner } = fc.letrec((tie) => {
  const some = fc.array(tie('inner'), { minLength: 1, maxLength: 2, depthIdentifier: 'list' });
  const items = fc.array(held('listItem', some), { minLength: 1, maxLength: 2, depthIdentifier: 'list' });
  return {
    inner: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'list' },
      held('paragraph', inline),
      held('bulletList', items),
      held('orderedList', items, fc.record({ start: fc.nat(9999) })),
    ),
  };
});
const inners = fc.array(inner, { minLength: 1, maxLength: 2 });
const table = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 1, max: 3 }),
    filling: inners,
    hasHead: fc.boolean(),
  })
  .map(({ columns, rows, filling, hasHead }) => ({
    type: 'table',
    content: Array.from({ length: rows }, (_, row) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, () => ({
        type: hasHead && row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: filling,
      })),
    })),
  }));
const block = fc.oneof(
  inner,
  held('heading', inline, fc.record({ level: fc.constantFrom(2, 3, 4) })),
  held('blockquote', inners),
  held('callout', inners, fc.record({ tone: fc.constantFrom(...calloutTones) })),
  held(
    'codeBlock',
    text.map((code) => [{ type: 'text', text: code }]),
  ),
  fc.constant({ type: 'horizontalRule' }),
  table,
  fc.record({ alt: line, caption: line }).map((attrs) => ({ type: 'figure', attrs: { pictureId, ...attrs } })),
  line.map((title) => ({ type: 'video', attrs: { address: 'https://vimeo.com/76979871', title } })),
);

describe('the editor of a page', () => {
  it('gives back everything that a page can hold as it was', () => {
    const editor = write();
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (nodes) => {
        // Empty paragraphs at the end are where one goes on writing.
        const blocks = [...nodes, { type: 'horizontalRule' }] as PageNode[];
        expect(isPageContent(blocks)).toBe(true);
        editor.commands.setContent(paperOf(blocks));
        expect(canonical(blocksOf(editor))).toEqual(canonical(blocks));
      }),
      { numRuns: 150 },
    );
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\u202Egnp.exe',
      '\u200B',
      'e\u0301'.repeat(3),
      `Z${'\u0301'.repeat(40)}`,
      '\u200E\u200B\u200E',
      '\u0301',
    ),
  );
  const step = fc.oneof(
    hostile.map((typed) => (editor: Editor) => editor.commands.insertContent({ type: 'text', text: typed || 'x' })),
    hostile.map((href) => (editor: Editor) => editor.chain().selectAll().setLink({ href }).run()),
    hostile.map((note) => (editor: Editor) => editor.commands.insertContent({ type: 'footnote', attrs: { note } })),
    hostile.map(
      (alt) => (editor: Editor) =>
        editor.commands.insertContent({ type: 'figure', attrs: { pictureId, alt, caption: alt } }),
    ),
    hostile.map(
      (address) => (editor: Editor) =>
        editor.commands.insertContent({ type: 'video', attrs: { address, title: address } }),
    ),
    fc.constantFrom(
      (editor: Editor) => editor.commands.toggleHeading({ level: 3 }),
      (editor: Editor) => editor.commands.toggleBulletList(),
      (editor: Editor) => editor.commands.toggleOrderedList(),
      (editor: Editor) => editor.commands.toggleBlockquote(),
      (editor: Editor) => editor.commands.toggleWrap('callout'),
      (editor: Editor) => editor.commands.toggleCodeBlock({ language: 'js' }),
      (editor: Editor) => editor.commands.sinkListItem('listItem'),
      (editor: Editor) => editor.commands.splitBlock(),
      (editor: Editor) => editor.commands.enter(),
      (editor: Editor) => editor.commands.insertTable({ rows: 2, cols: 2 }),
      (editor: Editor) => editor.commands.addRowAfter(),
      (editor: Editor) => editor.commands.deleteColumn(),
      (editor: Editor) => editor.commands.toggleHeaderColumn(),
      (editor: Editor) => editor.chain().selectAll().toggleBold().run(),
      (editor: Editor) => editor.chain().selectAll().toggleCode().run(),
      (editor: Editor) => editor.commands.selectAll(),
      (editor: Editor) => editor.commands.setHorizontalRule(),
      (editor: Editor) => editor.commands.undo(),
      (editor: Editor) =>
        editor.view.pasteHTML('<table><tr><td rowspan="2" colspan="900">a</td></tr><tr></tr></table>'),
      (editor: Editor) => editor.view.pasteHTML('<ol start="-4" type="a"><li><h1>b</h1></ol>'),
      (editor: Editor) => editor.view.pasteHTML(`${'<ul><li>'.repeat(12)}deep`),
    ),
  );

  it('makes nothing that a page cannot hold, whatever somebody does in it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const editor = write();
        for (const take of steps) take(editor);
        const blocks = blocksOf(editor);
        expect([isPageContent(blocks), isPageContent(blocks) || blocks]).toEqual([true, true]);
      }),
      { numRuns: 150 },
    );
  });

  it('takes merged cells into a table as cells of their own', () => {
    const editor = write();
    editor.commands.insertTable({ rows: 2, cols: 2 });
    editor.view.pasteHTML('<table><tr><td rowspan="2" colspan="900">a</td></tr><tr></tr></table>');
    const [table] = blocksOf(editor);
    const spans = table?.content?.flatMap(({ content }) => content?.map(({ attrs }) => attrs ?? {}) ?? []) ?? [];
    expect(spans.filter(({ rowspan = 1, colspan = 1 }) => rowspan !== 1 || colspan !== 1)).toEqual([]);
    expect(spans).toHaveLength(4);
    expect(JSON.stringify(table)).toContain('"a"');
  });

  it.each([
    [
      'a heading of a document',
      '<h1>One</h1>',
      [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'One' }] }],
    ],
    [
      'a paragraph of Word',
      '<p class="MsoNormal" style="margin:0;color:red"><b style="mso-bidi-font-weight:normal">A</b><o:p></o:p></p>',
      [{ type: 'paragraph', content: [{ type: 'text', text: 'A', marks: [{ type: 'bold' }] }] }],
    ],
    [
      'a link of the web',
      '<p><a href="https://a.example/" target="_top" onclick="alert(1)" class="x" title="y">A</a></p>',
      [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'A', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] }],
        },
      ],
    ],
    ['a script', '<p>A<script>alert(1)</script></p>', [{ type: 'paragraph', content: [{ type: 'text', text: 'A' }] }]],
    [
      'a picture of another site',
      '<p>A<img src="https://a.example/x.png"></p>',
      [{ type: 'paragraph', content: [{ type: 'text', text: 'A' }] }],
    ],
    [
      'a script behind a link',
      '<p><a href="javascript:alert(1)">A</a></p>',
      [{ type: 'paragraph', content: [{ type: 'text', text: 'A' }] }],
    ],
    [
      'a frame',
      '<iframe src="https://a.example/"></iframe><p>A</p>',
      [{ type: 'paragraph', content: [{ type: 'text', text: 'A' }] }],
    ],
    [
      'a table with a head',
      '<table style="x"><thead><tr><th width="3">A</th></tr></thead><tbody><tr><td data-colwidth="40" align="right">B</td></tr></tbody></table>',
      [
        {
          type: 'table',
          content: ['tableHeader', 'tableCell'].map((type, at) => ({
            type: 'tableRow',
            content: [
              {
                type,
                attrs: { colspan: 1, rowspan: 1 },
                content: [{ type: 'paragraph', content: [{ type: 'text', text: 'AB'[at] }] }],
              },
            ],
          })),
        },
      ],
    ],
  ])('takes of what is pasted what a page can hold: %s', (_, html, blocks) => {
    const editor = write();
    editor.view.pasteHTML(html);
    expect(blocksOf(editor)).toEqual(blocks);
  });
});
