import {
  bundleOf,
  type Checkpoint,
  digestOf,
  type Hash,
  inclusionRanges,
  lastEntryOf,
  type Range,
  rangeHash,
  rootOfPeaks,
  signCheckpoint,
  type Subtree,
  subtreesIn,
  subtreesOf,
  tileAt,
  tileWidth,
  verifierKeyOf,
  writeLogProof,
} from '@libretto/credentials';
import type { PublicLog as View } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import type { Credential } from '../award/credential.entity';
import { KeyRing } from '../signing/key-ring';
import { LogEntry } from './log-entry.entity';
import { LogHead, theHead } from './log-head.entity';
import { hashFrom } from './append-to-log';
import { LogOpening } from './log-opening.entity';

/** The log as anybody may read it: everything is made from its rows, which never change. */
@Injectable()
export class PublicLog {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly keys: KeyRing,
  ) {}

  async view(): Promise<View> {
    const checkpoint = await this.now();
    const { signer, multikey } = await this.keys.current();
    return {
      address: addresses(this.config).log,
      size: checkpoint.size,
      checkpoint: await signCheckpoint(checkpoint, signer, multikey),
      verifierKey: verifierKeyOf(checkpoint.origin, multikey),
    };
  }

  /** The signed note over all entries. Its text is the same until one is added or the key is another. */
  async checkpoint(): Promise<string> {
    return this.noteOf(await this.now());
  }

  /** The bytes of the tile or of the bundle of entries at a path below the log's address. */
  async tile(path: string): Promise<Buffer> {
    const tile = tileAt(path);
    if (!tile) throw notFound();
    const { size } = await this.now();
    const level = tile.level === 'entries' ? 0 : tile.level;
    if (tile.index * tileWidth + tile.width > Math.floor(size / tileWidth ** level)) throw notFound();
    const rows = await this.rowsOf(subtreesIn(tile));
    return Buffer.concat(
      tile.level === 'entries' ? [bundleOf(rows.map(({ entry }) => hashFrom(entry)))] : rows.map(({ hash }) => hash),
    );
  }

  /** The proof that the log tells of a credential that it was issued. */
  async proofOf({ id, signed }: Pick<Credential, 'id' | 'signed'>): Promise<string> {
    const opening = await this.database.read.findOneBy(LogOpening, { credentialId: id, kind: 'issued' });
    if (!opening) throw notFound();
    const { kind, salt, at, number: index } = opening;
    const checkpoint = await this.now();
    return writeLogProof({
      fact: { kind, salt, at: at.toISOString(), credential: digestOf(signed) },
      index,
      hashes: await this.hashesOf(inclusionRanges(index, { from: 0, to: checkpoint.size })),
      checkpoint: await this.noteOf(checkpoint),
    });
  }

  private async now(): Promise<Checkpoint> {
    const head = await this.database.read.findOneBy(LogHead, { id: theHead });
    const root = rootOfPeaks((head?.peaks ?? []).map(hashFrom));
    return { origin: addresses(this.config).logOrigin, size: head?.size ?? 0, root };
  }

  private async noteOf(checkpoint: Checkpoint): Promise<string> {
    const { signer, multikey } = await this.keys.current();
    return signCheckpoint(checkpoint, signer, multikey);
  }

  private async hashesOf(ranges: readonly Range[]): Promise<Hash[]> {
    const subtrees = ranges.flatMap(subtreesOf);
    const rows = await this.rowsOf(subtrees);
    const nameOf = ({ level, index }: Subtree) => `${level}/${index}`;
    const hashes = new Map(subtrees.map((subtree, at) => [nameOf(subtree), rows[at]!.hash]));
    return ranges.map((range) => rangeHash(range, (subtree) => hashes.get(nameOf(subtree))!));
  }

  /** The entry that completes each of these subtrees, with its hash. One statement. */
  private async rowsOf(subtrees: readonly Subtree[]): Promise<{ entry: string; hash: Hash }[]> {
    const rows = await this.database.read.find(LogEntry, {
      select: { id: true, number: true, entry: true, completed: true },
      where: { number: In(subtrees.map(lastEntryOf)) },
    });
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    return subtrees.map((subtree) => {
      const row = byNumber.get(lastEntryOf(subtree));
      const hash = row?.completed[subtree.level];
      if (!row || hash === undefined) throw new Error(`The log lacks the entry ${lastEntryOf(subtree)}.`);
      return { entry: row.entry, hash: hashFrom(hash) };
    });
  }
}
