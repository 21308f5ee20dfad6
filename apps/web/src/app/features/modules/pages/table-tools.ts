import type { ChainedCommands, Editor } from '@tiptap/core';

const tool = <Name extends string>(name: Name, change: (chain: ChainedCommands) => ChainedCommands) => ({
  name,
  press: (editor: Editor) => void change(editor.chain().focus()).run(),
});

/** What can be done to the table in which the cursor is. */
export const tableTools = [
  tool('row-above', (chain) => chain.addRowBefore()),
  tool('row-below', (chain) => chain.addRowAfter()),
  tool('column-before', (chain) => chain.addColumnBefore()),
  tool('column-after', (chain) => chain.addColumnAfter()),
  tool('head-row', (chain) => chain.toggleHeaderRow()),
  tool('head-column', (chain) => chain.toggleHeaderColumn()),
  tool('delete-row', (chain) => chain.deleteRow()),
  tool('delete-column', (chain) => chain.deleteColumn()),
  tool('delete-table', (chain) => chain.deleteTable()),
];
