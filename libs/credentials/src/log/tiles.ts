import { concat } from '../platform/encoding';
import { type Hash, parentHash, type Subtree } from './tree';

/** A file of the log (C2SP `tlog-tiles`): the hashes of 256 subtrees beside each other, or that many entries. Once whole, it never changes. */
export interface Tile {
  /** Its hashes are of subtrees of 256^level entries. */
  readonly level: number | 'entries';
  readonly index: number;
  /** How many there are in it: fewer than 256 at the tree's right edge. */
  readonly width: number;
}

export const tileWidth = 256;
const levelsOfTile = 8;

/** Where a log serves a tile, below its own address. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const parts = digits.match(/\d{3}/g)!.map((part, at, all) => (at < all.length - 1 ? `x${part}` : part));
  return `tile/${level}/${parts.join('/')}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** The tile at a path; nothing for a path that is none, or is written in another way. */
export function tileAt(path: string): Tile | undefined {
  const [, level, index, width] =
    /^tile\/(entries|[0-7])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  if (level === undefined || index === undefined) return undefined;
  const tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index.replace(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  } as const;
  return tile.width > 0 && tilePath(tile) === path ? tile : undefined;
}

/** The subtrees of which a tile has the hashes: single entries for a bundle of entries. */
export const subtreesIn = ({ level, index, width }: Tile): Subtree[] =>
  Array.from({ length: width }, (_, at) => ({
    level: level === 'entries' ? 0 : level * levelsOfTile,
    index: index * tileWidth + at,
  }));

/** The tile of a tree of this size from which the hash of a subtree can be made. */
export function tileOf({ level, index }: Subtree, size: number): Tile {
  const tileLevel = Math.floor(level / levelsOfTile);
  const first = index * 2 ** (level - tileLevel * levelsOfTile);
  const number = Math.floor(first / tileWidth);
  const there = Math.floor(size / tileWidth ** tileLevel) - number * tileWidth;
  return { level: tileLevel, index: number, width: Math.min(there, tileWidth) };
}

/** The entries of a bundle, each behind its length. */
export const bundleOf = (entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  concat(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]));

/** The hashes of a tile, from its bytes. Throws if they are not as many as they have to be. */
export function hashesIn(data: Uint8Array<ArrayBuffer>, { width }: Tile): Hash[] {
  if (data.length !== width * 32) throw new RangeError(`A tile of ${data.length} bytes, and not of ${width} hashes.`);
  return Array.from({ length: width }, (_, at) => data.slice(at * 32, at * 32 + 32));
}

/** The hash of a subtree, by the hashes of the tile that covers it. */
export function hashFromTile({ level, index }: Subtree, hashes: readonly Hash[]): Hash {
  const count = 2 ** (level % levelsOfTile);
  const from = (index * count) % tileWidth;
  let row = hashes.slice(from, from + count);
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) => parentHash(row[at * 2]!, row[at * 2 + 1]!));
  return row[0]!;
}
