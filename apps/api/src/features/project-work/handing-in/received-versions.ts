import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import type { EditionCard } from '../../editions';
import { type Brief, briefOf } from '../work/briefs';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { Submission, SubmittedFile } from '../work/work.entity';

/** A version as it came in. */
export interface ReceivedVersion {
  readonly edition: EditionCard;
  readonly brief: Brief;
  readonly group: string | null;
  readonly attempt: number;
  readonly version: Submission;
  /** The name of who handed it in. */
  readonly by: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** What came in, for the members of its group: nobody else learns of it here, nor that there is something. */
@Injectable()
export class ReceivedVersions {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async ofMember(
    { accountId }: Actor,
    { editionId, submissionId }: { editionId: string; submissionId: string },
  ): Promise<ReceivedVersion> {
    const [edition, [version], files, isMember] = await Promise.all([
      this.participation.edition(editionId),
      this.database.rows(versionRows(editionId, submissionId)),
      this.database.rows(fileRows(submissionId)),
      this.roll.isMemberBy(submissionId, accountId),
    ]);
    if (!version || !isMember) throw notFound();
    const people = await this.people.byIds([version.handedInBy]);
    return {
      edition,
      brief: briefOf(edition, { briefId: String(version.briefId) }),
      group: version.group === null ? null : String(version.group),
      attempt: Number(version.attempt),
      version,
      by: people.get(version.handedInBy)?.name ?? '',
      files: files.map(({ name, bytes, sha256 }) => ({
        name: String(name),
        bytes: Number(bytes),
        sha256: String(sha256),
      })),
    };
  }
}

const versionRows = (editionId: string, submissionId: string) =>
  rowsOf(
    Submission,
    `JOIN work ON work.id = it.workId JOIN project_group grp ON grp.id = work.groupId
     WHERE it.id = :submissionId AND work.editionId = :editionId`,
    { editionId, submissionId },
    { beside: { briefId: 'work.briefId', attempt: 'work.attempt', group: 'grp.name' } },
  );

const fileRows = (submissionId: string) =>
  rowsOf(
    SubmittedFile,
    'JOIN stored_file file ON file.id = it.fileId WHERE it.submissionId = :submissionId',
    { submissionId },
    { beside: { name: 'file.name', bytes: 'file.bytes', sha256: 'file.sha256' }, by: ['position'] },
  );
