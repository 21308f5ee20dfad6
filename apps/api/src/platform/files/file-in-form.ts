import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { refuse } from '@libretto/domain';
import { Refused } from '../refusals/refused';
import { fileNameOf, nameInForm } from './file-name';

/**
 * Our own pages send the name in a field beside the file: in the head of its part a quote and a percent sign could not
 * be told apart.
 */
export function nameOf({ filename, fields }: MultipartFile): string {
  const said = fields['name'];
  const whole = said && 'value' in said && typeof said.value === 'string' ? said.value : nameInForm(filename);
  return fileNameOf(whole);
}

/** Reads from the form of an upload: an error there is a fault of the form, unless it is one of the disk. */
export async function asForm<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? error : new Refused(refuse('common.upload-not-readable'));
  }
}

/** Writes a stream to disk and answers its size and hash. */
export async function measuredInto(path: string, content: Readable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await pipeline(content, measure, createWriteStream(path, { mode: 0o600 }));
  return { bytes, sha256: hash.digest('hex') };
}
