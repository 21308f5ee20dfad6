import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Refusal, refuse } from '@libretto/domain';
import { Metadata, Server } from '@tus/server';
import type { FastifyReply } from 'fastify';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsOf } from '../../database/read-together';
import { Transaction, type Tx } from '../../database/transaction';
import type { ApiRequest } from '../../http/handles';
import { orRefuse, Refused } from '../../refusals/refused';
import { fileNameOf } from '../file-name';
import { FileStore } from '../file-store';
import type { StoredFile } from '../stored-file.entity';
import { ArrivalLeases } from './arrival-leases';
import { ArrivingBytes } from './arriving-bytes';
import { ArrivingFile } from './arriving-file.entity';

const daysKept = 7;
const dayMs = 86_400_000;
const passedOn = [
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-metadata',
  'content-type',
  'content-length',
];

/** A file as it is announced. */
export type AnnouncedFile = Pick<ArrivingFile, 'name' | 'bytes' | 'lastModified'>;

/**
 * Uploads that go on where they stopped, by tus 1.0. Features say who may begin one and what for, and take it when it has come;
 * until then it has a row of its own, and is erased after some days.
 */
@Injectable()
export class ResumableUploads {
  private readonly bytes: ArrivingBytes;
  private readonly server: Server;

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly leases: ArrivalLeases,
    { publicUrl }: Config,
  ) {
    this.bytes = new ArrivingBytes(database, files, leases);
    this.server = new Server({
      path: '/api',
      datastore: this.bytes,
      locker: leases,
      allowedOrigins: [new URL(publicUrl).origin],
      // The route has found it; an address that is made here says nothing else.
      namingFunction: ({ url }) => idIn(url),
      getFileIdFromRequest: ({ url }) => idIn(url),
      generateUrl: ({ url }) => new URL(url).pathname,
    });
  }

  /** What somebody is about to send. Refusals: common.upload-not-readable, common.file-is-empty. */
  announced({ headers }: ApiRequest): AnnouncedFile {
    const [length, said] = [headers['upload-length'], headers['upload-metadata']];
    const metadata = typeof said === 'string' ? metadataIn(said) : {};
    if (typeof length !== 'string' || !/^\d{1,10}$/.test(length) || !metadata || !metadata['filename'])
      throw new Refused(refuse('common.upload-not-readable'));
    if (Number(length) === 0) throw new Refused(refuse('common.file-is-empty'));
    const at = /^\d{1,14}$/.test(metadata['lastModified'] ?? '') ? new Date(Number(metadata['lastModified'])) : null;
    return { name: fileNameOf(metadata['filename']), bytes: Number(length), lastModified: at };
  }

  /** Keeps what is announced. */
  async begin(tx: Tx, accountId: string, place: string, announced: AnnouncedFile): Promise<ArrivingFile> {
    const startedAt = this.clock.now();
    const file = Object.assign(new ArrivingFile(), announced, {
      ...{ id: newId(), accountId, place, startedAt },
      expiresAt: new Date(startedAt.getTime() + daysKept * dayMs),
      ...{ type: null, view: null, sha256: null, heldBy: null, heldUntil: null },
    });
    await tx.insert(ArrivingFile, file);
    return file;
  }

  /** Somebody's uploads, the oldest first, with the bytes that are there. */
  async of(accountId: string, place: string): Promise<(ArrivingFile & { arrived: number })[]> {
    const where = 'WHERE it.accountId = :accountId AND it.place = :place AND it.expiresAt > :now';
    const rows = await this.database.rows(
      rowsOf(ArrivingFile, where, { accountId, place, now: this.clock.now() }, { by: ['id'] }),
    );
    return Promise.all(rows.map(async (row) => ({ ...row, arrived: await this.bytes.arrived(row) })));
  }

  /** All that somebody has on the way, locked with their other uploads by the caller. */
  async onTheWay(tx: Tx, accountId: string): Promise<{ files: number; bytes: number }> {
    const rows = await tx.manager.find(ArrivingFile, { select: { id: true, bytes: true }, where: { accountId } });
    return { files: rows.length, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  /** Somebody's own upload; `null` for everybody else. */
  async own(accountId: string, id: string): Promise<ArrivingFile | null> {
    const [row] = await this.database.rows(rowsOf(ArrivingFile, 'WHERE it.id = :id', { id }));
    return row?.accountId === accountId ? row : null;
  }

  /** Nobody goes on with it any more, and it is about to be erased. */
  isOver({ expiresAt }: ArrivingFile): boolean {
    return expiresAt <= this.clock.now();
  }

  /**
   * Answers a request of tus about an upload. When its last byte is there the file is inspected, and `takes` may refuse its
   * type; a file that is refused is erased. Refusals: common.upload-gone, `uploadRefusals`.
   */
  async answer(
    { method, raw, body, headers }: ApiRequest,
    reply: FastifyReply,
    { file, path, takes }: { file: ArrivingFile; path: string; takes: (type: string) => true | Refusal },
  ): Promise<void> {
    const given = passedOn.flatMap((name): [string, string][] =>
      headers[name] ? [[name, String(headers[name])]] : [],
    );
    const sent = body instanceof Readable ? body : null;
    const response = await this.server.handleWeb(
      new Request(`http://localhost${path}`, {
        method,
        headers: given,
        ...(sent ? { body: Readable.toWeb(sent) as ReadableStream, duplex: 'half' } : {}),
      }),
    );
    if (response.ok) await this.look(file, takes);
    else if (method === 'POST') await this.erase(file.id);
    // Whoever broke off hears no answer.
    if (raw.socket.destroyed) return void reply.hijack();
    void reply.status(response.status).headers({
      ...Object.fromEntries(response.headers),
      'upload-expires': file.expiresAt.toUTCString(),
    });
    await reply.send(method === 'HEAD' ? undefined : await response.text());
  }

  /** Takes uploads of somebody that have come: they are stored files from now on. */
  async take(
    tx: Tx,
    whose: { readonly accountId: string; readonly place: string },
    ids: readonly string[],
    purpose: string,
  ): Promise<{ taken: StoredFile[]; isComplete: boolean }> {
    if (!ids.length) return { taken: [], isComplete: true };
    const rows = await tx.lockAll(ArrivingFile, { id: In([...ids]), ...whose });
    const kept = rows.filter(({ expiresAt }) => expiresAt > this.clock.now());
    await tx.manager.delete(ArrivingFile, { id: In(kept.map(({ id }) => id)) });
    const taken = kept.flatMap(({ id, name, type, view, bytes, sha256 }) =>
      type !== null && sha256 !== null ? [this.files.row({ id, name, type, view, bytes, sha256, purpose })] : [],
    );
    await this.files.keep(tx, ...taken);
    return { taken, isComplete: taken.length === kept.length };
  }

  /** Whoever takes it at the same time has it. */
  async erase(id: string): Promise<void> {
    const { affected } = await this.transaction.run((tx) => tx.manager.delete(ArrivingFile, { id }));
    if (affected) await this.files.erase(id);
  }

  /** Erases what nobody went on with. */
  async clear(): Promise<void> {
    const expired = await this.database.read.findBy(ArrivingFile, { expiresAt: LessThanOrEqual(this.clock.now()) });
    for (const { id } of expired) await this.erase(id);
  }

  /** Inspects a file whose last byte is there, once. */
  private async look(file: ArrivingFile, takes: (type: string) => true | Refusal): Promise<void> {
    if (file.sha256 !== null || (await this.bytes.arrived(file)) < file.bytes) return;
    await this.leases.while(file.id, async () => {
      const now = await this.database.read.findOneBy(ArrivingFile, { id: file.id });
      if (!now) throw new Refused(refuse('common.upload-gone'));
      if (now.sha256 !== null) return;
      try {
        const path = await this.files.roomFor(file.id);
        const seen = await this.files.lookAt({ id: file.id, path, name: file.name, kind: 'document' }, file.accountId);
        orRefuse(takes(seen.type));
        const change = { ...seen, sha256: await hashOf(path) };
        const { affected } = await this.transaction.run((tx) =>
          tx.manager.update(ArrivingFile, { id: file.id }, change),
        );
        if (!affected) throw new Refused(refuse('common.upload-gone'));
      } catch (error) {
        // A fault of ours leaves the bytes for another attempt.
        if (error instanceof Refused) await this.erase(file.id);
        throw error;
      }
    });
  }
}

/** The last part of an address that the route made. */
const idIn = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';

function metadataIn(said: string): Record<string, string | null> | null {
  try {
    return Metadata.parse(said);
  } catch {
    return null;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
