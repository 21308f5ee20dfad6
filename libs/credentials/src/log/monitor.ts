import { issuerKeys, didWebOf } from '../keys/issuer';
import { mostJsonBytes, NotFound, type Loader } from '../platform/loader';
import { type Checkpoint, noteIn, signatureOf } from './checkpoint';
import { hashesIn, hashFromTile, tileOf, tilePath } from './tiles';
import { consistencyRanges, equals, isConsistent, rangeHash, subtreesOf, type Hash, type Range } from './tree';

/** What came of looking at a log. What could not be asked is no finding. */
export type Watched =
  | { readonly found: Compared; readonly note: string; readonly size: number; readonly before: number }
  | { readonly found: 'altered' | 'unreachable' | 'no-log' | 'no-key' | 'other-kept' };
type Compared = 'first' | 'unchanged' | 'grown' | 'forked' | 'shrunk' | 'tree-differs';

interface Around {
  readonly loader: Loader;
  readonly now: Date;
  /** The signed note that the same reader kept from an earlier look. */
  readonly kept?: string | undefined;
}

/**
 * Looks at a log from outside: whether its issuer signed the checkpoint, the tree behind it has that root, and it begins with
 * all of the tree that was seen before. A log that shows different people different pasts is found by comparing what they kept.
 */
export async function watchLog(address: string, { loader, now, kept }: Around): Promise<Watched> {
  const { origin: site, host, pathname } = new URL(address);
  const path = pathname.replace(/\/+$/, '');
  const [origin, home] = [`${host}${path}`, `${site}${path}`];
  const keys = await issuerKeys(didWebOf(site), { loader, now });
  if (keys.length === 0) return { found: 'no-key' };
  let written: string;
  try {
    written = textOf(await loader(`${home}/checkpoint`, mostJsonBytes));
  } catch (error) {
    return { found: error instanceof NotFound ? 'no-log' : 'unreachable' };
  }
  const note = noteIn(written);
  if (note?.checkpoint.origin !== origin) return { found: 'no-log' };
  const before = kept === undefined ? undefined : noteIn(kept);
  if (kept !== undefined && (before?.checkpoint.origin !== origin || (await signatureOf(before, keys)) !== 'fits'))
    return { found: 'other-kept' };
  const signature = await signatureOf(note, keys);
  if (signature === 'unknown-key') return { found: 'no-key' };
  if (signature === 'altered') return { found: 'altered' };
  const sizes = { size: note.checkpoint.size, before: before?.checkpoint.size ?? 0 };
  try {
    const tiles = new Tiles(home, note.checkpoint, loader);
    return { found: await comparisonOf(before?.checkpoint, note.checkpoint, tiles), note: written, ...sizes };
  } catch {
    return { found: 'unreachable' };
  }
}

async function comparisonOf(before: Checkpoint | undefined, after: Checkpoint, tiles: Tiles): Promise<Compared> {
  if (before && before.size > after.size) return 'shrunk';
  const root = await tiles.hashesOf([{ from: 0, to: after.size }]);
  if (!equals(root[0]!, after.root)) return 'tree-differs';
  if (!before) return 'first';
  const proof = await tiles.hashesOf(consistencyRanges(before.size, after.size));
  if (!isConsistent(before, after, proof)) return 'forked';
  return before.size === after.size ? 'unchanged' : 'grown';
}

/** The tiles of a log, each fetched once. */
class Tiles {
  private readonly fetched = new Map<string, Promise<Hash[]>>();

  constructor(
    private readonly home: string,
    private readonly checkpoint: Checkpoint,
    private readonly loader: Loader,
  ) {}

  async hashesOf(ranges: readonly Range[]): Promise<Hash[]> {
    const hashes = new Map<string, Hash>();
    for (const subtree of ranges.flatMap(subtreesOf)) {
      const tile = tileOf(subtree, this.checkpoint.size);
      const path = tilePath(tile);
      const loading =
        this.fetched.get(path) ??
        this.loader(`${this.home}/${path}`, mostJsonBytes).then((data) => hashesIn(data, tile));
      this.fetched.set(path, loading);
      hashes.set(`${subtree.level}/${subtree.index}`, hashFromTile(subtree, await loading));
    }
    return ranges.map((range) => rangeHash(range, ({ level, index }) => hashes.get(`${level}/${index}`)!));
  }
}

const textOf = (data: Uint8Array): string => new TextDecoder().decode(data);
