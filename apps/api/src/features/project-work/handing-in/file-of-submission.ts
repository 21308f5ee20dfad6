import type { InputOf, readSubmittedFile } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { MaskedFile } from '../anonymity/masked-file';
import { GroupRoll } from '../work/group-roll';
import { mayReadWorks } from '../project-work.policy';
import { Work } from '../work/work.entity';

/** Finds a file of one version, for the people who may read it. */
@Injectable()
export class FileOfSubmission {
  constructor(
    private readonly masks: MaskedFile,
    private readonly database: Database,
    private readonly roll: GroupRoll,
  ) {}

  /** `masked` is what its reader gets instead, if they may not know whose it is. Refusal: project-work.file-keeps-names. */
  async fileFor(actor: Actor, { editionId, submissionId, submittedFileId }: SubmittedFileAddress) {
    const {
      files: [file],
      works: [work],
    } = await this.database.together({ files: fileRows(submittedFileId), works: workRows(submissionId, editionId) });
    if (!file || !work) throw notFound();
    const mayRead =
      mayReadWorks(actor, { editionId }) || (await this.roll.isMember(work.groupId, editionId, actor.accountId));
    if (!mayRead) throw notFound();
    const at = { version: Number(work.version), position: Number(file.position) };
    return { file, masked: await this.masks.of(actor, work, at, file) };
  }
}

type SubmittedFileAddress = InputOf<typeof readSubmittedFile>['params'];

const fileRows = (submittedFileId: string) =>
  rowsOf(
    StoredFile,
    'JOIN submitted_file submitted ON submitted.fileId = it.id WHERE submitted.id = :submittedFileId',
    { submittedFileId },
    { beside: { position: 'submitted.position' } },
  );

const workRows = (submissionId: string, editionId: string) =>
  rowsOf(
    Work,
    'JOIN submission ON submission.workId = it.id WHERE submission.id = :submissionId AND it.editionId = :editionId',
    { submissionId, editionId },
    { beside: { version: 'submission.version' } },
  );
