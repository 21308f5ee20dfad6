import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

/** A part of a page that has settings beside its words, and what they are now. */
export interface SelectedPart {
  readonly kind: 'link' | 'figure' | 'video' | 'footnote' | 'callout' | 'table';
  readonly attrs: Readonly<Record<string, string>>;
}

/** The parts with settings in which the cursor is, or which are selected as a whole. */
export function selectedParts(editor: Editor): SelectedPart[] {
  const { selection } = editor.state;
  const alone = selection instanceof NodeSelection ? selection.node.type.name : '';
  return (['figure', 'video', 'footnote', 'link', 'callout', 'table'] as const)
    .filter((kind) => kind === alone || (['link', 'callout', 'table'].includes(kind) && editor.isActive(kind)))
    .map((kind) => ({ kind, attrs: editor.getAttributes(kind) }));
}

/** Selects a part by its place among all of its kind, counted from 1. */
export function selectPart(editor: Editor, kind: string, at: number): void {
  const places: number[] = [];
  let before: string | undefined;
  editor.state.doc.descendants((node, place) => {
    const href = node.marks.find(({ type }) => type.name === 'link')?.attrs['href'] as string | undefined;
    if (node.type.name === kind || (kind === 'link' && href !== undefined && href !== before)) places.push(place);
    before = href;
  });
  const place = places[at - 1];
  if (place === undefined) return;
  const chain = editor.chain().focus();
  (editor.state.doc.nodeAt(place)?.isAtom && kind !== 'link'
    ? chain.setNodeSelection(place)
    : chain.setTextSelection(place + 1)
  )
    .scrollIntoView()
    .run();
}

/** What comes new must not take the place of a part that is selected as a whole: it comes behind it, on a line of its own. */
export function goBehindSelectedPart(editor: Editor): void {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.isInline) return;
  const { to } = selection;
  editor
    .chain()
    .insertContentAt(to, { type: 'paragraph' })
    .setTextSelection(to + 1)
    .run();
}
