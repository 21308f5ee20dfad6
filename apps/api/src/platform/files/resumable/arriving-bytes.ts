import { createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Database } from '../../database/database';
import type { FileStore } from '../file-store';
import type { ArrivalLeases } from './arrival-leases';
import { ArrivingFile } from './arriving-file.entity';

/** The bytes of files that arrive, as tus asks for them. What is on disk has arrived, whatever became of its request. */
export class ArrivingBytes extends DataStore {
  override readonly extensions = ['creation'];

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly leases: ArrivalLeases,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    await writeFile(await this.files.roomFor(upload.id), '', { mode: 0o600, flag: 'wx' });
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let end = offset;
    const kept = async function* (this: ArrivingBytes, pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        await this.leases.keep(id);
        yield piece;
        end += piece.length;
      }
    }.bind(this);
    const path = await this.files.roomFor(id);
    await pipeline(stream, kept, createWriteStream(path, { flags: 'r+', start: offset }));
    return end;
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.database.read.findOneBy(ArrivingFile, { id });
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: row.bytes, offset: await this.arrived(row) });
  }

  /** The number of bytes that have arrived. */
  async arrived({ id, bytes, sha256 }: Pick<ArrivingFile, 'id' | 'bytes' | 'sha256'>): Promise<number> {
    if (sha256 !== null) return bytes;
    const { size } = await stat(await this.files.roomFor(id)).catch(() => ({ size: 0 }));
    return size;
  }
}
