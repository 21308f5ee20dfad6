import type { Actor } from '@libretto/domain';
import { layoutOf } from '@libretto/domain/annotations';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { FileOpener } from '../../../platform/files/file-opener';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { orNotFound } from '../../../platform/refusals/refused';
import { type PartAddress, ReadSubmission } from './read-submission';

/**
 * The words in a submitted document that has no pages. They are read from a copy that does not say who made it, for
 * everybody: so the places of annotations are the same before those who may know it and those who may not.
 */
@Injectable()
export class WordsOfFile {
  constructor(
    private readonly database: Database,
    private readonly opener: FileOpener,
    private readonly submissions: ReadSubmission,
  ) {}

  /** `null`: there is no way to them. */
  async for(actor: Actor, at: PartAddress): Promise<string | null> {
    const { files } = await this.submissions.for(actor, at);
    const { fileId } = orNotFound(files.find(({ id }) => id === at.submittedFileId));
    const [file] = await this.database.rows(rowsOf(StoredFile, 'WHERE it.id = :fileId', { fileId }));
    return this.of(orNotFound(file));
  }

  async of(file: StoredFile): Promise<string | null> {
    return layoutOf(file.view ?? file.type) === 'words' ? this.opener.words(file) : null;
  }
}
