import { signCheckpoint } from '../log/checkpoint';
import { digestOf, entryOf, type LogFact } from '../log/log-entry';
import { writeLogProof } from '../log/log-proof';
import { subtreesIn, type Tile, tilePath, tileWidth } from '../log/tiles';
import { grown, type Hash, inclusionRanges, lastEntryOf, rangeHash, rootOfPeaks, type Subtree } from '../log/tree';
import { toBase64Url, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import type { IssuerAtWork } from './issuer-at-work.builder';

/** An issuer's log, kept in memory and served at the issuer's address. */
export class LogAtWork {
  readonly origin: string;
  readonly address: string;
  private readonly facts: LogFact[] = [];
  private readonly entries: Hash[] = [];
  private readonly completed: (readonly Hash[])[] = [];
  private peaks: readonly Hash[] = [];

  constructor(private readonly issuer: IssuerAtWork) {
    this.origin = `${new URL(issuer.origin).host}/log`;
    this.address = `${issuer.origin}/log`;
  }

  append(credential: JsonObject, kind: LogFact['kind'] = 'issued'): LogFact {
    const salt = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
    const fact = { kind, credential: digestOf(credential), at: '2026-11-20T10:00:00.000Z', salt };
    const entry = entryOf(fact);
    const { peaks, completed } = grown(this.entries.length, this.peaks, entry);
    this.peaks = peaks;
    this.completed.push(completed);
    this.entries.push(entry);
    this.facts.push(fact);
    return fact;
  }

  grow(entries: number): this {
    for (let at = 0; at < entries; at++) this.append({ id: `urn:other:${this.entries.length}` });
    return this;
  }

  checkpoint(): Promise<string> {
    const checkpoint = { origin: this.origin, size: this.entries.length, root: rootOfPeaks(this.peaks) };
    return signCheckpoint(checkpoint, this.issuer.signer, this.issuer.publicKey);
  }

  async proofOf(fact: LogFact): Promise<string> {
    const index = this.facts.indexOf(fact);
    const ranges = inclusionRanges(index, { from: 0, to: this.entries.length });
    const hashes = ranges.map((range) => rangeHash(range, (subtree) => this.hashOf(subtree)));
    return writeLogProof({ fact, index, hashes, checkpoint: await this.checkpoint() });
  }

  /** Puts the checkpoint and every tile under their addresses. */
  async publish(): Promise<void> {
    this.put('checkpoint', utf8(await this.checkpoint()));
    for (let level = 0, size = this.entries.length; size > 0; level++, size = Math.floor(size / tileWidth))
      for (let index = 0; index * tileWidth < size; index++) {
        const tile: Tile = { level, index, width: Math.min(tileWidth, size - index * tileWidth) };
        this.put(tilePath(tile), joined(subtreesIn(tile).map((subtree) => this.hashOf(subtree))));
      }
  }

  private put(path: string, data: Uint8Array): void {
    this.issuer.web.set(`${this.address}/${path}`, data);
  }

  private hashOf(subtree: Subtree): Hash {
    return this.completed[lastEntryOf(subtree)]![subtree.level]!;
  }
}

const joined = (hashes: readonly Hash[]): Uint8Array => Uint8Array.from(hashes.flatMap((hash) => [...hash]));
