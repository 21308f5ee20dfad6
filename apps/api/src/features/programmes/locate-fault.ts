import type { Fault, Path } from '@libretto/domain';
import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

/** A fault with the place in the text where its cure begins. Both count from 1. */
export type Located<F extends Fault> = F & { readonly line: number; readonly column: number };

/** A parsed text, with what tells the lines of its parts. */
export interface Text {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Where a fault stands: at the value, at the key that should not be there, or at the nearest key above what is missing. */
export function locate<F extends Fault>(fault: F, { document, lines }: Text): Located<F> {
  const atKey = fault.refused === 'programmes.unknown-field';
  const { line, col } = lines.linePos(offsetOf(document.contents, fault.path, atKey));
  return { ...fault, line, column: col };
}

function offsetOf(root: unknown, path: Path, atKey: boolean): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  // A map or a list is shown by its key, a single value by itself.
  return isScalar(node) && node.value !== null && !atKey ? (startOf(node) ?? offset) : offset;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);
