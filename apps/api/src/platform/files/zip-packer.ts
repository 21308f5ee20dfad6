import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { ZipArchive } from 'archiver';
import { FileStore } from './file-store';
import type { StoredFile } from './stored-file.entity';

/** An entry of a zip, by its name: a text, a stored file as it is, or a file made for it. */
export interface Packed {
  readonly name: string;
  readonly content: string | { readonly fileId: string } | { readonly path: string };
}

/** Packs texts and stored files into one stored zip. */
@Injectable()
export class ZipPacker {
  constructor(private readonly files: FileStore) {}

  async pack(
    about: Pick<StoredFile, 'id' | 'name' | 'purpose'>,
    all: AsyncIterable<Packed> | Iterable<Packed>,
  ): Promise<StoredFile> {
    const zip = new ZipArchive({});
    const written = this.files.writeFrom({ ...about, type: 'application/zip' }, zip);
    try {
      for await (const packed of all) await Promise.race([this.enter(zip, packed), written]);
      await Promise.all([zip.finalize(), written]);
    } catch (error) {
      // Nobody reads half a zip: its bytes are erased.
      zip.destroy(error as Error);
      await written.catch(() => undefined);
      throw error;
    }
    return written;
  }

  /** One after the other, so that no more than one file is open. */
  private enter(zip: ZipArchive, { name, content }: Packed): Promise<unknown> {
    const entered = new Promise((resolve) => zip.once('entry', resolve));
    if (typeof content === 'string') zip.append(content, { name });
    else {
      const bytes = 'path' in content ? createReadStream(content.path) : this.files.open(content.fileId);
      zip.append(
        bytes.on('error', (error) => zip.destroy(error)),
        { name, store: true },
      );
    }
    return entered;
  }
}
