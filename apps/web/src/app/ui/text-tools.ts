import type { KeyBelow } from '@libretto/language';
import type { ChainedCommands, Editor } from '@tiptap/core';

/** A button above a text. Its name is that of its sentence. */
export interface TextTool {
  readonly name: Exclude<KeyBelow<'text-tools'>, 'label'>;
  readonly sign: string;
  readonly isOn?: (editor: Editor) => boolean;
  readonly press: (editor: Editor) => void;
}

const changing = (change: (chain: ChainedCommands) => ChainedCommands) => (editor: Editor) =>
  void change(editor.chain().focus()).run();

const headingAt = (level: 2 | 3 | 4) => ({
  isOn: (editor: Editor) => editor.isActive('heading', { level }),
  press: changing((chain) => chain.toggleHeading({ level })),
});
const turning = (kind: string, toggle: (chain: ChainedCommands) => ChainedCommands) => ({
  isOn: (editor: Editor) => editor.isActive(kind),
  press: changing(toggle),
});

/** What most texts need; each editor takes those that its text can hold, and adds its own. */
export const textTools = {
  heading: { name: 'heading', sign: 'H1', ...headingAt(2) },
  subheading: { name: 'subheading', sign: 'H2', ...headingAt(3) },
  smallHeading: { name: 'small-heading', sign: 'H3', ...headingAt(4) },
  bold: { name: 'bold', sign: 'B', ...turning('bold', (chain) => chain.toggleBold()) },
  italic: { name: 'italic', sign: 'I', ...turning('italic', (chain) => chain.toggleItalic()) },
  code: { name: 'code', sign: '<>', ...turning('code', (chain) => chain.toggleCode()) },
  bullets: { name: 'bullets', sign: '•', ...turning('bulletList', (chain) => chain.toggleBulletList()) },
  numbers: { name: 'numbers', sign: '1.', ...turning('orderedList', (chain) => chain.toggleOrderedList()) },
  quote: { name: 'quote', sign: '❝', ...turning('blockquote', (chain) => chain.toggleBlockquote()) },
  codeBlock: { name: 'code-block', sign: '{ }', ...turning('codeBlock', (chain) => chain.toggleCodeBlock()) },
  rule: { name: 'rule', sign: '―', press: changing((chain) => chain.setHorizontalRule()) },
  undo: { name: 'undo', sign: '↶', press: changing((chain) => chain.undo()) },
  redo: { name: 'redo', sign: '↷', press: changing((chain) => chain.redo()) },
} as const satisfies Record<string, TextTool>;
