import { randomBytes } from 'node:crypto';
import { utf8 } from '../platform/encoding';
import {
  consistencyRanges,
  entryHash,
  equals,
  grown,
  type Hash,
  inclusionRanges,
  isConsistent,
  isIncluded,
  lastEntryOf,
  parentHash,
  type Range,
  rangeHash,
  rootOfPeaks,
} from './tree';

/** RFC 6962, 2.1, word by word. */
function naiveRoot(entries: readonly Uint8Array[]): Hash {
  if (entries.length === 1) return entryHash(entries[0]!);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return parentHash(naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)));
}

function naivePath(index: number, entries: readonly Uint8Array[]): Hash[] {
  if (entries.length === 1) return [];
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  const [left, right] = [entries.slice(0, split), entries.slice(split)];
  return index < split
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - split, right), naiveRoot(left)];
}

const most = 70;
const entries = Array.from({ length: most }, (_, at) => utf8(`entry ${at}`));
const roots = [rootOfPeaks([]), ...entries.map((_, at) => naiveRoot(entries.slice(0, at + 1)))];
const sizes = Array.from({ length: most }, (_, at) => at + 1);

/** The tree as a log keeps it: with each entry, the subtrees that it completes. */
const completed: (readonly Hash[])[] = [];
const peaksAt: (readonly Hash[])[] = [[]];
for (const [size, entry] of entries.entries()) {
  const next = grown(size, peaksAt[size]!, entry);
  completed.push(next.completed);
  peaksAt.push(next.peaks);
}
const hashOf = (range: Range) => rangeHash(range, (subtree) => completed[lastEntryOf(subtree)]![subtree.level]!);
const inclusion = (index: number, size: number) => inclusionRanges(index, { from: 0, to: size }).map(hashOf);
const consistency = (before: number, size: number) => consistencyRanges(before, size).map(hashOf);
const treeAt = (size: number) => ({ size, root: roots[size]! });
const flipped = (hash: Hash): Hash => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');

describe('the tree', () => {
  it('has the roots of the test data of Certificate Transparency', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    let peaks: readonly Hash[] = [];
    for (const [size, input] of inputs.entries())
      peaks = grown(size, peaks, new Uint8Array(Buffer.from(input, 'hex'))).peaks;
    expect(hex(rootOfPeaks(peaks))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(hex(rootOfPeaks([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each(sizes)('of %s entries grows to the root of the naive one, with the same paths', (size) => {
    expect(equals(rootOfPeaks(peaksAt[size]!), roots[size]!)).toBe(true);
    for (let index = 0; index < size; index++)
      expect(inclusion(index, size).map(hex)).toEqual(naivePath(index, entries.slice(0, size)).map(hex));
  });

  it.each(sizes)('of %s entries proves each of them, at its place only', (size) => {
    for (let index = 0; index < size; index++) {
      const proof = inclusion(index, size);
      const proves = (entry: Hash, at: number, hashes = proof, within = size, root = roots[size]!) =>
        isIncluded(entry, { index: at, size: within, proof: hashes }, root);
      const entry = entryHash(entries[index]!);
      expect(proves(entry, index)).toBe(true);
      const wrong = [
        proves(flipped(entry), index),
        proves(entry, index + 1),
        proves(entry, index - 1),
        proves(entry, index, [...proof, entry]),
        proves(entry, index, proof, size, flipped(roots[size]!)),
        proves(entries[index]! as Hash, index),
        ...(size > 1 ? [proves(entry, index, proof.slice(1)), proves(entry, index, proof.slice(0, -1))] : []),
        ...proof.map((_, at) => proves(entry, index, proof.with(at, flipped(proof[at]!)))),
      ];
      expect(wrong).toEqual(wrong.map(() => false));
    }
  });

  it.each(sizes)('of %s entries proves that it begins with each smaller one, and with no other', (size) => {
    for (let before = 0; before <= size; before++) {
      const proof = consistency(before, size);
      expect(isConsistent(treeAt(before), treeAt(size), proof)).toBe(true);
      const other = { size: before, root: flipped(roots[before]!) };
      expect(isConsistent(other, treeAt(size), proof)).toBe(false);
      if (before === 0 || before === size) continue;
      const wrong = [
        isConsistent(treeAt(before), { size, root: flipped(roots[size]!) }, proof),
        isConsistent(treeAt(size), treeAt(before), proof),
        isConsistent(treeAt(before), treeAt(size), proof.slice(1)),
        isConsistent(treeAt(before), treeAt(size), [...proof, proof[0]!]),
        ...proof.map((_, at) => isConsistent(treeAt(before), treeAt(size), proof.with(at, flipped(proof[at]!)))),
      ];
      expect(wrong).toEqual(wrong.map(() => false));
    }
  });

  it('takes random hashes for no proof', () => {
    for (let round = 0; round < 500; round++) {
      const proof = Array.from({ length: round % 8 }, () => new Uint8Array(randomBytes(32)));
      const [index, size] = [round % most, 1 + ((round * 7) % most)];
      if (size > 1) expect(isIncluded(entryHash(entries[index]!), { index, size, proof }, roots[size]!)).toBe(false);
    }
  });
});
