import type { Editor } from '@tiptap/core';
import { textTools, type TextTool } from '../../../ui/text-tools';
import { goBehindSelectedPart } from './selected-parts';

/** What an author is asked for before it stands on the page. */
export type AskedPart = 'link' | 'figure' | 'video';

/** The tools of a page: some ask for a part before it is there, and a footnote is described once it is. */
export function pageTools(ask: (part: AskedPart) => void, describe: () => void): readonly TextTool[] {
  const {
    heading,
    subheading,
    smallHeading,
    bold,
    italic,
    code,
    bullets,
    numbers,
    quote,
    codeBlock,
    rule,
    undo,
    redo,
  } = textTools;
  return [
    heading,
    subheading,
    smallHeading,
    bold,
    italic,
    code,
    { name: 'link', sign: '↗', isOn: isIn('link'), press: () => ask('link') },
    bullets,
    numbers,
    quote,
    {
      name: 'callout',
      sign: '!',
      isOn: isIn('callout'),
      press: (editor) => editor.chain().focus().toggleWrap('callout').run(),
    },
    { name: 'table', sign: '⊞', isOn: isIn('table'), press: addTable },
    { name: 'picture', sign: '▣', press: () => ask('figure') },
    { name: 'video', sign: '▶', press: () => ask('video') },
    {
      name: 'footnote',
      sign: 'x¹',
      press: (editor) => {
        addFootnote(editor);
        describe();
      },
    },
    codeBlock,
    rule,
    undo,
    redo,
  ];
}

const isIn = (kind: string) => (editor: Editor) => editor.isActive(kind);

/** No table stands in another one. */
const addTable = (editor: Editor) => {
  if (editor.isActive('table')) return;
  goBehindSelectedPart(editor);
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
};

/** It is selected at once, so that its words can be written. */
const addFootnote = (editor: Editor) => {
  goBehindSelectedPart(editor);
  const { to } = editor.state.selection;
  editor.chain().insertContentAt(to, { type: 'footnote' }).setNodeSelection(to).run();
};
