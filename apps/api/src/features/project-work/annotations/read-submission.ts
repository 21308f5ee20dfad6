import { type Actor, type AnnotationReader, type Marker, seesMarkings } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { mayMark, mayReadWorks } from '../project-work.policy';
import { GroupRoll } from '../work/group-roll';
import { Marking, Submission, SubmittedFile, Work } from '../work/work.entity';

export interface SubmissionAddress {
  readonly editionId: string;
  readonly submissionId: string;
}

/** A file of it, or its typed text where none is named. */
export interface PartAddress extends SubmissionAddress {
  readonly submittedFileId?: string;
}

/** A submission, and what its reader is to it. */
export interface SubmissionRead {
  readonly submission: Submission;
  /** In their order. */
  readonly files: readonly SubmittedFile[];
  readonly work: Work;
  readonly marker: Marker;
  /** The accounts that have marked its work. */
  readonly marked: ReadonlySet<string>;
  readonly reader: AnnotationReader;
}

/** Finds a submission for those who may read it: its group, the markers and the coordinators. */
@Injectable()
export class ReadSubmission {
  constructor(
    private readonly database: Database,
    private readonly roll: GroupRoll,
  ) {}

  async for(actor: Actor, { editionId, submissionId }: SubmissionAddress): Promise<SubmissionRead> {
    return this.found(actor, editionId, { ofOne: ':submissionId', values: { submissionId } });
  }

  /** The newest version of a work. */
  async newest(actor: Actor, { editionId, workId }: { editionId: string; workId: string }): Promise<SubmissionRead> {
    return this.found(actor, editionId, { ofOne: newestOfWork, values: { workId } });
  }

  private async found(actor: Actor, editionId: string, { ofOne, values }: Sought): Promise<SubmissionRead> {
    const ofWork = `work.id = (SELECT workId FROM submission WHERE id = ${ofOne})`;
    const [[submission], files, [work], markings, isMember] = await Promise.all([
      this.database.rows(rowsOf(Submission, `WHERE it.id = ${ofOne}`, values)),
      this.database.rows(rowsOf(SubmittedFile, `WHERE it.submissionId = ${ofOne}`, values, { by: ['position'] })),
      this.database.rows(
        rowsOf(Work, `JOIN work ON work.id = it.id WHERE ${ofWork} AND work.editionId = :editionId`, {
          ...values,
          editionId,
        }),
      ),
      this.database.rows(
        rowsOf(Marking, `JOIN work ON work.id = it.workId WHERE ${ofWork}`, values, { columns: ['markerId'] }),
      ),
      this.roll.isMemberWhere(ofWork, values, actor.accountId),
    ]);
    const reads = mayReadWorks(actor, { editionId });
    if (!submission || !work || !(reads || isMember)) throw notFound();
    const marked = new Set(markings.map(({ markerId }) => markerId));
    const marker = { isMember, hasMarked: marked.has(actor.accountId) };
    const as = isMember ? 'member' : mayMark(actor, { editionId }) ? 'marker' : 'coordinator';
    return {
      submission,
      files,
      work,
      marker,
      marked,
      reader: { as, seesMarkings: seesMarkings(work.state, marker) },
    };
  }
}

/** A submission as SQL finds it. */
interface Sought {
  readonly ofOne: string;
  readonly values: Values;
}

const newestOfWork = '(SELECT id FROM submission WHERE workId = :workId ORDER BY version DESC LIMIT 1)';
