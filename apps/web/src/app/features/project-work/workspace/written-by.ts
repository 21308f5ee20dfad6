import * as Y from 'yjs';
import { textName } from './text-line';

/** Letters that one person wrote, one after the other. */
interface Run {
  text: string;
  readonly by: string;
}

/** A paragraph, a heading or a list item of a text, with who wrote what in it. */
export interface WrittenBlock {
  readonly kind: 'paragraph' | 'heading' | 'item';
  readonly runs: readonly Run[];
}

/** A text in blocks. Whose letters they are is what the server says of the numbers that the letters carry. */
export function blocksIn(doc: Y.Doc, nameOf: (client: number) => string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  const go = (parent: Y.XmlFragment, kind: WrittenBlock['kind']) => {
    const runs: Run[] = [];
    for (const child of parent.toArray())
      if (child instanceof Y.XmlText) runs.push(...runsIn(child, nameOf));
      else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') runs.push({ text: '\n', by: '' });
      else if (child instanceof Y.XmlElement) go(child, kindOf(child, kind));
    if (runs.length) blocks.push({ kind, runs });
  };
  go(doc.getXmlFragment(textName), 'paragraph');
  return blocks;
}

const kindOf = ({ nodeName }: Y.XmlElement, within: WrittenBlock['kind']): WrittenBlock['kind'] => {
  if (nodeName === 'heading') return 'heading';
  return nodeName === 'listItem' ? 'item' : within;
};

function runsIn(text: Y.XmlText, nameOf: (client: number) => string): Run[] {
  const runs: Run[] = [];
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const by = nameOf(item.id.client);
    const last = runs.at(-1);
    if (last?.by === by) last.text += item.content.str;
    else runs.push({ text: item.content.str, by });
  }
  return runs;
}

/** The number of letters of each person, the most first. */
export function lettersBy(blocks: readonly WrittenBlock[]): { name: string; letters: number }[] {
  const sums = new Map<string, number>();
  for (const { text, by } of blocks.flatMap(({ runs }) => runs))
    if (by) sums.set(by, (sums.get(by) ?? 0) + text.length);
  return [...sums].map(([name, letters]) => ({ name, letters })).sort((one, other) => other.letters - one.letters);
}
