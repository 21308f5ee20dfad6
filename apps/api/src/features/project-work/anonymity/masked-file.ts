import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { FileOpener } from '../../../platform/files/file-opener';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { Refused } from '../../../platform/refusals/refused';
import { Participation } from '../work/participation';
import type { Work } from '../work/work.entity';
import { isHiddenFrom, maskedFileName, type PlaceOfFile } from './masks';

/** The file of a work for somebody who may not know whose it is: another name, and nothing in it that says one. */
@Injectable()
export class MaskedFile {
  constructor(
    private readonly participation: Participation,
    private readonly opener: FileOpener,
  ) {}

  /** `null`: the file as it is. Refusal: project-work.file-keeps-names. */
  async of(
    actor: Actor,
    work: Work,
    at: PlaceOfFile,
    file: StoredFile,
  ): Promise<{ name: string; type: string; bytes: Buffer } | null> {
    const name = await this.nameFor(actor, work, at, file);
    return name === file.name ? null : this.copyOf(file, name);
  }

  /** A copy under another name with nothing in it that says whose it is. Refusal: project-work.file-keeps-names. */
  async copyOf(file: StoredFile, name: string): Promise<{ name: string; type: string; bytes: Buffer }> {
    const bytes = await this.opener.withoutAuthors(file);
    if (!bytes) throw new Refused(refuse('project-work.file-keeps-names'));
    return { name, type: file.view ?? file.type, bytes };
  }

  /** What the file is called for somebody. */
  async nameFor(actor: Actor, work: Work, at: PlaceOfFile, { name }: StoredFile): Promise<string> {
    const edition = await this.participation.edition(work.editionId);
    return isHiddenFrom(actor, edition, work) ? maskedFileName(name, work.id, at) : name;
  }
}
