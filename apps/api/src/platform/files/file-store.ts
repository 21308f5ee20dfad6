import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { refuse } from '@libretto/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import type { Tx } from '../database/transaction';
import { BadInput } from '../http/handles';
import { notFound, Refused } from '../http/refused';
import { StoredFile } from './stored-file.entity';

/** Documents and pictures: what people hand in as evidence and project work. */
export const documentTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/plain',
];
/** What a browser shows in place without running anything. */
const shownInPlace = ['application/pdf', 'image/png', 'image/jpeg'];

/** Keeps files in a folder outside of what is served, under ids of our own. */
@Injectable()
export class FileStore {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the one file of an upload: its bytes are on disk afterwards, its row is the caller's to `keep` in the
   * transaction that wants it. Refuses other types than `types` (by content) and files over the limit.
   */
  async receive(request: FastifyRequest, purpose: string, types: readonly string[] = documentTypes): Promise<StoredFile> {
    const part = await request.file();
    if (!part) throw new BadInput([{ path: 'file', reason: 'missing' }]);
    const id = newId();
    const arriving = join(await this.folder(), `${id}.arriving`);
    try {
      await pipeline(part.file, createWriteStream(arriving, { mode: 0o600 }));
      const head = await this.head(arriving);
      const type = await sniff(head);
      if (part.file.truncated) throw new Refused(refuse('common.too-large'));
      if (!type || !types.includes(type)) throw new Refused(refuse('common.file-type-not-taken', { type: type ?? '?' }));
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of createReadStream(arriving)) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      if (bytes === 0) throw new Refused(refuse('common.file-is-empty'));
      await rename(arriving, this.pathOf(id));
      const name = plainName(part.filename);
      return this.row({ id, name, type, bytes, purpose, sha256: hash.digest('hex') });
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  /** Writes bytes that the product made itself. The same id again overwrites them, so a job may run twice. */
  async write(file: { id: string; name: string; type: string; purpose: string }, content: Uint8Array): Promise<StoredFile> {
    await this.folder();
    const arriving = `${this.pathOf(file.id)}.${newId()}`;
    await writeFile(arriving, content, { mode: 0o600 });
    await rename(arriving, this.pathOf(file.id));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.row({ ...file, bytes: content.length, sha256 });
  }

  /** The same from a stream, for what is too much to hold at once. */
  async writeFrom(file: { id: string; name: string; type: string; purpose: string }, content: Readable): Promise<StoredFile> {
    await this.folder();
    const arriving = `${this.pathOf(file.id)}.${newId()}`;
    const hash = createHash('sha256');
    let bytes = 0;
    const measured = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    try {
      await pipeline(content, measured, createWriteStream(arriving, { mode: 0o600 }));
      await rename(arriving, this.pathOf(file.id));
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
    return this.row({ ...file, bytes, sha256: hash.digest('hex') });
  }

  /** Stores the row of a file that was received or written. */
  async keep(tx: Tx, file: StoredFile): Promise<void> {
    await tx.insert(StoredFile, file);
  }

  /** Does what keeps a file that was received; where that is refused or fails, the bytes go again. */
  async orErase<T>(file: StoredFile, keeping: () => Promise<T>): Promise<T> {
    try {
      return await keeping();
    } catch (error) {
      await this.erase(file.id);
      throw error;
    }
  }

  /** Takes back the row of a file; its bytes go with `erase`, once that is committed. */
  async forget(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(StoredFile, { id });
  }

  async erase(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  async read(id: string): Promise<Buffer> {
    return readFile(this.pathOf(id));
  }

  /** The bytes of a file as they come. */
  open(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  /**
   * Sends a file so that it stays inert: sniffed type, no sniffing by the browser, no scripts, and as a download
   * unless it can be shown in place. Who may see it is the caller's to decide.
   */
  async send(reply: FastifyReply, id: string, { inPlace = false } = {}): Promise<void> {
    const file = await this.database.read.findOneBy(StoredFile, { id });
    if (!file) throw notFound();
    const disposition = inPlace && shownInPlace.includes(file.type) ? 'inline' : 'attachment';
    await reply
      .header('content-type', file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type)
      .header('content-length', file.bytes)
      .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
      .header('cache-control', 'private, no-store')
      .send(createReadStream(this.pathOf(id)));
  }

  private row(file: Omit<StoredFile, 'createdAt'>): StoredFile {
    return Object.assign(new StoredFile(), file, { createdAt: this.clock.now() });
  }

  private async folder(): Promise<string> {
    await mkdir(this.config.filesFolder, { recursive: true });
    return this.config.filesFolder;
  }

  private pathOf(id: string): string {
    return join(this.config.filesFolder, id);
  }

  private async head(path: string): Promise<Buffer> {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65536), 0, 65536, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }
}

/** The type that the bytes show; plain text is what decodes as such. */
async function sniff(head: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found) return found.mime;
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    // A character may be cut in two at the end of the head.
    return text.decode(head, { stream: true }).includes('\0') ? undefined : 'text/plain';
  } catch {
    return undefined;
  }
}

/** A name without folders and control characters, short enough for a column. */
function plainName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return base.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim().slice(-200) || 'file';
}
