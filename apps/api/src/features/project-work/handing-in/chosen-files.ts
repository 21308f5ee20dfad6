import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { ResumableUploads } from '../../../platform/files/resumable/resumable-uploads';
import { Refused } from '../../../platform/refusals/refused';
import type { Brief } from '../work/briefs';
import { SubmittedFile, type Work } from '../work/work.entity';
import { placeOf } from './uploads/place-of-uploads';

/** A stored file of a version that is being handed in. */
interface ChosenFile {
  readonly id: string;
  readonly type: string;
}

/** The files that somebody chose for a version: uploads of their own, and files of the version before that stay. */
@Injectable()
export class ChosenFiles {
  constructor(
    private readonly database: Database,
    private readonly uploads: ResumableUploads,
  ) {}

  /** In the order of `ids`. Uploads are stored files afterwards. Refusals: project-work.upload-not-complete, common.upload-gone. */
  async of(
    tx: Tx,
    { accountId }: Actor,
    { editionId, brief, before }: { editionId: string; brief: Brief; before: Work | null },
    ids: readonly string[],
  ): Promise<ChosenFile[]> {
    const whose = { accountId, place: placeOf(editionId, brief) };
    const { taken, isComplete } = await this.uploads.take(tx, whose, ids, 'project-work');
    if (!isComplete) throw new Refused(refuse('project-work.upload-not-complete'));
    const byId = new Map<string, ChosenFile>(taken.map(({ id, type }) => [id, { id, type }]));
    if (before && ids.some((id) => !byId.has(id)))
      for (const { id, fileId, type } of await this.database.rows(filesBefore(before)))
        byId.set(id, { id: fileId, type: String(type) });
    return [...new Set(ids)].map((id) => {
      const file = byId.get(id);
      if (!file) throw new Refused(refuse('common.upload-gone'));
      return file;
    });
  }
}

const filesBefore = ({ id, versions }: Work) =>
  rowsOf(
    SubmittedFile,
    `JOIN submission ON submission.id = it.submissionId JOIN stored_file file ON file.id = it.fileId
     WHERE submission.workId = :id AND submission.version = :versions`,
    { id, versions },
    { beside: { type: 'file.type' } },
  );
