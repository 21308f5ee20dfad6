import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@libretto/domain';
import { create as dispositionOf } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { rowsOf } from '../database/read-together';
import { newId } from '../database/new-id';
import type { Tx } from '../database/transaction';
import { type ApiRequest, BadInput } from '../http/handles';
import { notFound, orRefuse, Refused } from '../refusals/refused';
import { type ArrivedFile, FileInspector } from './file-inspector';
import { nameToSave } from './file-name';
import { asForm, measuredInto, nameOf } from './file-in-form';
import { type Allowance, Limits } from '../limits/limits';
import { StoredFile } from './stored-file.entity';
import { recordings } from './worker/recording';
import type { Taken } from './worker/inspect';

/** Further heavy files at once are refused. */
const heavyFiles: Allowance = { name: 'heavy-files', times: 8, seconds: 600 };

/** Types that a browser shows in place without running anything. */
const shownInPlace = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'text/plain',
  ...recordings,
];

/** Keeps files in a folder that is not served, under ids of our own. */
@Injectable()
export class FileStore {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly inspector: FileInspector,
    private readonly limits: Limits,
  ) {}

  /**
   * Takes the one file of an upload: its bytes are on disk afterwards, the caller stores its row with `keep` in its
   * transaction. The file is inspected here, once; an unacceptable one is refused with the cure.
   */
  async receive(
    request: ApiRequest,
    purpose: string,
    kind: 'document' | 'recording' = 'document',
  ): Promise<StoredFile> {
    if (!request.isMultipart()) throw new Refused(refuse('common.content-type-not-taken'));
    const part = await asForm(request.file());
    if (!part) throw new BadInput([{ path: 'file', reason: 'missing' }]);
    const id = newId();
    const arriving = `${await this.roomFor(id)}.arriving`;
    try {
      const { bytes, sha256 } = await asForm(measuredInto(arriving, part.file));
      if (part.file.truncated) throw new Refused(refuse('common.too-large'));
      if (bytes === 0) throw new Refused(refuse('common.file-is-empty'));
      const name = nameOf(part);
      const { type, view } = await this.lookAt(
        { id, path: arriving, name, kind },
        request.actor?.accountId ?? request.ip,
      );
      await rename(arriving, this.pathOf(id));
      return this.row({ id, name, type, view, bytes, purpose, sha256 });
    } catch (error) {
      await rm(arriving, { force: true });
      await this.erase(id);
      throw error;
    }
  }

  /** Where the bytes of a file go. */
  async roomFor(id: string): Promise<string> {
    await mkdir(this.config.filesFolder, { recursive: true });
    return this.pathOf(id);
  }

  /** Inspects a file whose bytes have come, and keeps its view. */
  async lookAt(
    { id, ...file }: ArrivedFile & { readonly id: string },
    who: string,
  ): Promise<{ type: string; view: string | null }> {
    const { type, view } = orRefuse(await this.inspect(file, who));
    if (view) await writeFile(this.viewOf(id), view.content, { mode: 0o600 });
    return { type, view: view?.type ?? null };
  }

  /** People who send very heavy files wait after some of them: the processes that open files are everybody's. */
  private async inspect(file: ArrivedFile, who: string): Promise<Taken | Refusal> {
    await this.limits.take(heavyFiles, who);
    const inspected = await this.inspector.inspect(file);
    const isTooHeavy = isRefusal(inspected) && inspected.refused === 'common.file-is-too-heavy';
    if (!isTooHeavy) await this.limits.giveBack(heavyFiles, who);
    return inspected;
  }

  /** Writes bytes that the product made itself. The same id again overwrites them, so a job may run twice. */
  async write(
    file: { id: string; name: string; type: string; purpose: string },
    content: Uint8Array,
  ): Promise<StoredFile> {
    const arriving = `${await this.roomFor(file.id)}.${newId()}`;
    await writeFile(arriving, content, { mode: 0o600 });
    await rename(arriving, this.pathOf(file.id));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.row({ ...file, view: null, bytes: content.length, sha256 });
  }

  /** The same from a stream, for content that is too large for memory. */
  async writeFrom(
    file: { id: string; name: string; type: string; purpose: string },
    content: Readable,
  ): Promise<StoredFile> {
    const arriving = `${await this.roomFor(file.id)}.${newId()}`;
    try {
      const measured = await measuredInto(arriving, content);
      await rename(arriving, this.pathOf(file.id));
      return this.row({ ...file, view: null, ...measured });
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  /** Stores the rows of files that were received or written. */
  async keep(tx: Tx, ...files: StoredFile[]): Promise<void> {
    await tx.insert(StoredFile, files);
  }

  /** Runs the function that keeps a received file; if it refuses or fails, the bytes are erased. */
  async orErase<T>(file: StoredFile, keeping: () => Promise<T>): Promise<T> {
    try {
      return await keeping();
    } catch (error) {
      await this.erase(file.id);
      throw error;
    }
  }

  /** Deletes the row of a file; its bytes go with `erase`, once that is committed. */
  async forget(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(StoredFile, { id });
  }

  async erase(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await rm(this.viewOf(id), { force: true });
  }

  async read(id: string): Promise<Buffer> {
    return readFile(this.pathOf(id));
  }

  /** The bytes of a file as a stream. */
  open(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  /** The bytes of a file's view, or of the file itself. */
  openView(file: StoredFile): Readable {
    return createReadStream(this.pathOfView(file));
  }

  /** Where those bytes are, for a process of its own. */
  pathOfView({ id, view }: StoredFile): string {
    return view ? this.viewOf(id) : this.pathOf(id);
  }

  /** The file with this id. */
  async byId(id: string): Promise<StoredFile> {
    const [file] = await this.database.rows(rowsOf(StoredFile, 'WHERE it.id = :id', { id }));
    if (!file) throw notFound();
    return file;
  }

  /**
   * Sends a file so that it stays inert: sniffed type, no sniffing by the browser, no scripts. It is a download of the
   * original; `inPlace` asks for its view. The caller decides who may see it.
   */
  async send(reply: FastifyReply, file: StoredFile, { inPlace = false } = {}): Promise<void> {
    const shown = inPlace ? shownOf(file) : null;
    const converted = shown !== null && file.view !== null;
    const type = shown ?? file.type;
    await inert(reply, { name: nameToSave(file), type, isShown: shown !== null })
      .headers(converted ? {} : { 'content-length': file.bytes })
      .send(converted ? this.openView(file) : this.open(file.id));
  }

  /** Sends a PDF that was made for this reader and is not stored. */
  async sendPdf(reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
    await inert(reply, { name, type: 'application/pdf', isShown: false }).send(bytes);
  }

  /** Sends a copy of a stored file that was made for this reader. */
  async sendCopy(
    reply: FastifyReply,
    { name, type, bytes }: { name: string; type: string; bytes: Buffer },
    { inPlace = false } = {},
  ): Promise<void> {
    const isShown = inPlace && shownOf({ type, view: null }) !== null;
    await inert(reply, { name, type, isShown }).send(bytes);
  }

  /** The row of a file whose bytes are there. */
  row(file: Omit<StoredFile, 'createdAt'>): StoredFile {
    return Object.assign(new StoredFile(), file, { createdAt: this.clock.now() });
  }

  private pathOf(id: string): string {
    return join(this.config.filesFolder, id);
  }

  private viewOf(id: string): string {
    return join(this.config.filesFolder, `${id}.view`);
  }
}

/** The type of a file's view in a browser; `null`: it has none, and needs a program of its own. */
export const shownOf = ({ type, view }: Pick<StoredFile, 'type' | 'view'>): string | null =>
  view ?? (shownInPlace.includes(type) ? type : null);

/** The cells of a file that a row of another table names, in SQL where it is called `file`; `fileIn` makes them its card. */
export const fileCells = {
  fileName: 'file.name',
  fileType: 'file.type',
  fileView: 'file.view',
  fileBytes: 'file.bytes',
} as const;

export const fileIn = (id: string, row: Readonly<Record<keyof typeof fileCells, unknown>>) =>
  fileCard({
    id,
    name: String(row.fileName),
    type: String(row.fileType),
    view: row.fileView === null ? null : String(row.fileView),
    bytes: Number(row.fileBytes),
  });

/** A file as lists show it. */
export const fileCard = ({
  id,
  name,
  type,
  view,
  bytes,
}: Pick<StoredFile, 'id' | 'name' | 'type' | 'view' | 'bytes'>) => ({
  id,
  name,
  type,
  shown: shownOf({ type, view }),
  bytes,
});

const inert = (
  reply: FastifyReply,
  { name, type, isShown }: { name: string; type: string; isShown: boolean },
): FastifyReply =>
  reply
    .header('content-type', type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .header('content-disposition', dispositionOf(name, { type: isShown ? 'inline' : 'attachment' }))
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
    .header('cache-control', 'private, no-store');
