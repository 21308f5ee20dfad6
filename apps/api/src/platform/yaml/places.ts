import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import { parsed, type Place } from './read-yaml.ts';

/** A part of a text's contents; `atKey`: the place of its key, and not of its value. */
export interface Part {
  readonly path: readonly (string | number)[];
  readonly atKey: boolean;
}

/** The places of parts in a text: at the value, at the key, or at the nearest key above a missing part. */
export function placesOf(text: string, parts: readonly Part[]): Place[] {
  const { document, lines } = parsed(text);
  return parts.map((part) => {
    const { line, col } = lines.linePos(offsetOf(document.contents, part));
    return { line, column: col };
  });
}

function offsetOf(root: unknown, { path, atKey }: Part): number {
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
  // A map or a list is marked by its key, a single value by itself.
  return isScalar(node) && node.value !== null && !atKey ? (startOf(node) ?? offset) : offset;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);
