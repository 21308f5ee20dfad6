import { sha256 } from '@noble/hashes/sha2.js';
import { concat } from '../platform/encoding';

/**
 * The Merkle tree of RFC 6962. Its hashes are made at once and not in promises: a proof takes dozens, a monitor thousands.
 */
export type Hash = Uint8Array<ArrayBuffer>;

/** A subtree of 2^level entries, the index-th of its level: once its last entry is there, its hash never changes. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Entries beside each other, up to and without `to`, that the tree has under one hash. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const hashOf = (prefix: number, ...parts: Uint8Array[]): Hash =>
  sha256(concat(Uint8Array.of(prefix), ...parts)) as Hash;

export const entryHash = (entry: Uint8Array): Hash => hashOf(0, entry);
export const parentHash = (left: Hash, right: Hash): Hash => hashOf(1, left, right);
const emptyRoot = (): Hash => sha256(new Uint8Array()) as Hash;

/** The root over the tree's peaks: the subtrees, each smaller than the one before, that its size is made of. */
export const rootOfPeaks = (peaks: readonly Hash[]): Hash =>
  peaks.length === 0 ? emptyRoot() : peaks.reduceRight((right, left) => parentHash(left, right));

/** What one more entry makes of a tree. */
export interface Grown {
  readonly peaks: readonly Hash[];
  /** The hashes of the subtrees that this entry completes, from itself upwards. */
  readonly completed: readonly Hash[];
}

export function grown(size: number, peaks: readonly Hash[], entry: Uint8Array): Grown {
  const before = [...peaks];
  const completed = [entryHash(entry)];
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
    completed.push(parentHash(before.pop()!, completed.at(-1)!));
  return { peaks: [...before, completed.at(-1)!], completed };
}

/** The entry that completes a subtree. */
export const lastEntryOf = ({ level, index }: Subtree): number => (index + 1) * 2 ** level - 1;

/** The complete subtrees that a range is made of, from left to right. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to;) {
    const level = Math.floor(Math.log2(to - at));
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/** The hash of a range, by the hashes of its subtrees. */
export const rangeHash = (range: Range, hashOfSubtree: (subtree: Subtree) => Hash): Hash =>
  rootOfPeaks(subtreesOf(range).map(hashOfSubtree));

/** The ranges whose hashes prove that the entry is in the tree, from its sibling to the root's child. */
export function inclusionRanges(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...inclusionRanges(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionRanges(index, { from: middle, to }), { from, to: middle }];
}

/** The ranges whose hashes prove that the tree of `size` entries begins with the one of `before`. */
export function consistencyRanges(before: number, size: number): Range[] {
  if (before === 0) return [];
  const within = ({ from, to }: Range, isWhole: boolean): Range[] => {
    if (before === to) return isWhole ? [] : [{ from, to }];
    const middle = from + splitOf(to - from);
    return before <= middle
      ? [...within({ from, to: middle }, isWhole), { from: middle, to }]
      : [...within({ from: middle, to }, false), { from, to: middle }];
  };
  return within({ from: 0, to: size }, true);
}

/** The largest power of two that is smaller. */
function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

const isOdd = (number: number) => number % 2 === 1;
const half = (number: number) => Math.floor(number / 2);
export const equals = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
}

/** Whether a tree of this size and root has the entry of this hash at this index (RFC 9162, 2.1.3.2). */
export function isIncluded(entry: Hash, { index, size, proof }: Inclusion, root: Hash): boolean {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, entry];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = parentHash(sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = parentHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equals(hash, root);
}

interface Tree {
  readonly size: number;
  readonly root: Hash;
}

/** Whether the later tree begins with all of the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(earlier: Tree, later: Tree, proof: readonly Hash[]): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && equals(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0 && equals(earlier.root, emptyRoot());
  const [first, ...rest] = Number.isInteger(Math.log2(earlier.size)) ? [earlier.root, ...proof] : proof;
  if (!first) return false;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      before = parentHash(hash, before);
      after = parentHash(hash, after);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else after = parentHash(after, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equals(before, earlier.root) && equals(after, later.root);
}
