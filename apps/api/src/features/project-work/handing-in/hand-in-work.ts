import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { orRefuse } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { WorkHandedIn } from '../project-work.events';
import { standingOf } from '../work/standing';
import { Submission, Work } from '../work/work.entity';

/** Takes a file as the next version of the actor's group's work. */
@Injectable()
export class HandInWork {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
  ) {}

  /** Refuses before the upload everything that would be refused after it. */
  async check(actor: Actor, editionId: string): Promise<void> {
    const { edition, enrolment } = await this.participation.of(actor, editionId);
    const group = await this.roll.groupOf(enrolment.id);
    const works = group ? await this.database.read.findBy(Work, { groupId: group.id }) : [];
    orRefuse(
      (await standingOf(this.database.read, edition, { works, hasGroup: group !== null, now: this.clock.now() })).next,
    );
  }

  /**
   * Refusals: project-work.no-group, project-work.already-passed, project-work.no-attempt-left,
   * project-work.being-marked, project-work.deadline-passed, project-work.too-many-versions.
   */
  async run(actor: Actor, editionId: string, file: StoredFile): Promise<{ id: string }> {
    const { enrolment } = await this.participation.of(actor, editionId);
    return this.transaction.run(async (tx) => {
      const edition = await this.participation.hold(tx, editionId);
      const now = this.clock.now();
      const group = await this.ownGroup(tx, edition, enrolment.id);
      const works = group ? await tx.lockAll(Work, { groupId: group.id }) : [];
      const standing = await standingOf(tx.manager, edition, { works, hasGroup: group !== null, now });
      const { attempt, version } = orRefuse(standing.next);
      const current = standing.latest?.attempt === attempt ? standing.latest : null;
      const groupId = group?.id ?? (await this.groupOfOne(tx, edition.id, enrolment.id));
      const work = current ?? newWork({ editionId, groupId, attempt });
      Object.assign(work, { versions: version, handedInAt: now });
      await tx.save(work);
      await this.files.keep(tx, file);
      const submissionId = newId();
      await tx.insert(Submission, {
        id: submissionId,
        workId: work.id,
        version,
        fileId: file.id,
        handedInBy: actor.accountId,
        at: now,
      });
      await tx.publish(new WorkHandedIn(submissionId, await this.roll.enrolmentsIn([groupId])));
      return { id: submissionId };
    });
  }

  /** The actor's own group, locked, so that two of its members hand in one after the other. */
  private async ownGroup(tx: Tx, edition: EditionCard, enrolmentId: string): Promise<ProjectGroup | null> {
    // Locked first: somebody's first two files at once would otherwise make two groups of one.
    if (edition.definition.projectWork.by === 'person') await this.enrolments.lock(tx, [enrolmentId]);
    const group = await this.roll.groupOf(enrolmentId);
    return group && tx.lock(ProjectGroup, group.id);
  }

  private async groupOfOne(tx: Tx, editionId: string, enrolmentId: string): Promise<string> {
    const id = newId();
    await tx.insert(ProjectGroup, { id, editionId, name: null });
    await tx.insert(GroupMember, { id: newId(), groupId: id, enrolmentId });
    return id;
  }
}

const newWork = (values: Pick<Work, 'editionId' | 'groupId' | 'attempt'>): Work =>
  Object.assign(new Work(), {
    id: newId(),
    state: 'handed-in',
    markings: 0,
    outcome: null,
    releasedAt: null,
    ...values,
  });
