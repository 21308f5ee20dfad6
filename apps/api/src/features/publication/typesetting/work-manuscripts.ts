import { canBeSet } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { FileStore } from '../../../platform/files/file-store';
import { type Block, type Manuscript, ManuscriptReader } from '../../../platform/files/manuscript-reader';
import type { PartsToSet } from '../book/printed-works';
import { withPictures } from './pictures';

/** Reads what of a work can be set as one manuscript: its text, then its files in their order, then its links. */
@Injectable()
export class WorkManuscripts {
  constructor(
    private readonly files: FileStore,
    private readonly manuscripts: ManuscriptReader,
  ) {}

  async of({ text, files, links }: PartsToSet): Promise<Manuscript> {
    const parts = [];
    if (text)
      parts.push(await this.manuscripts.read({ content: Buffer.from(text), name: 'text.txt', type: 'text/plain' }));
    for (const { id, name, type } of files.filter((file) => canBeSet(file.type)))
      parts.push(await this.manuscripts.read({ content: await this.files.read(id), name, type }));
    const linked = links.map((link): Block => ({ kind: 'paragraph', runs: [{ text: link, link }] }));
    return joined([...parts, ...(linked.length ? [{ blocks: linked, pictures: [] }] : [])]);
  }
}

/** Pictures of several files have names of their own; those of the first keep theirs. */
function joined(parts: readonly Manuscript[]): Manuscript {
  const named = parts.map(({ blocks, pictures }, at) => {
    const nameOf = (name: string) => (at === 0 ? name : `${at + 1}-${name}`);
    return {
      blocks: withPictures(blocks, nameOf),
      pictures: pictures.map((picture) => ({ ...picture, name: nameOf(picture.name) })),
    };
  });
  return { blocks: named.flatMap(({ blocks }) => blocks), pictures: named.flatMap(({ pictures }) => pictures) };
}
