import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { GroupRoll } from '../work/group-roll';
import { mayReadWorks } from '../project-work.policy';
import { Submission, Work } from '../work/work.entity';

/** Finds the file of one version, for the people who may read it. */
@Injectable()
export class FileOfSubmission {
  constructor(
    private readonly database: Database,
    private readonly roll: GroupRoll,
  ) {}

  async idFor(actor: Actor, editionId: string, submissionId: string): Promise<string> {
    const { read } = this.database;
    const submission = await read.findOneBy(Submission, { id: submissionId });
    const work = submission && (await read.findOneBy(Work, { id: submission.workId, editionId }));
    if (!submission || !work) throw notFound();
    const mayRead =
      mayReadWorks(actor, { editionId }) || (await this.roll.isMember(work.groupId, editionId, actor.accountId));
    if (!mayRead) throw notFound();
    return submission.fileId;
  }
}
