import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { ResultsReleased } from '../project-work.events';
import { Work } from '../work/work.entity';

interface GroupWish {
  name: string;
  enrolmentIds: readonly string[];
}

/** Makes and changes groups. */
@Injectable()
export class SetGroup {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Refusals: project-work.in-another-group, project-work.not-of-this-edition. */
  make(editionId: string, wish: GroupWish): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      const id = newId();
      await tx.insert(ProjectGroup, { id, editionId, name: wish.name });
      await this.join(tx, { id, editionId }, wish.enrolmentIds);
      return { id };
    });
  }

  /**
   * Somebody who joins after the release of a result gets that result; somebody who handed something in stays.
   * Refusals: project-work.in-another-group, project-work.not-of-this-edition, project-work.member-has-handed-in.
   */
  change(editionId: string, groupId: string, wish: GroupWish): Promise<void> {
    return this.transaction.run(async (tx) => {
      const group = await tx.lock(ProjectGroup, groupId);
      if (group.editionId !== editionId) throw notFound();
      group.name = wish.name;
      await tx.save(group);
      const members = await tx.manager.findBy(GroupMember, { groupId });
      const works = await tx.manager.findBy(Work, { groupId });
      const gone = members.filter(({ enrolmentId }) => !wish.enrolmentIds.includes(enrolmentId));
      if (gone.length && works.length) throw new Refused(refuse('project-work.member-has-handed-in'));
      if (gone.length) await tx.manager.delete(GroupMember, { id: In(gone.map(({ id }) => id)) });
      const known = members.map(({ enrolmentId }) => enrolmentId);
      const joining = wish.enrolmentIds.filter((enrolmentId) => !known.includes(enrolmentId));
      await this.join(tx, group, joining);
      if (joining.length && works.some(({ state }) => state === 'released'))
        await tx.publish(new ResultsReleased(joining));
    });
  }

  private async join(
    tx: Tx,
    group: Pick<ProjectGroup, 'id' | 'editionId'>,
    enrolmentIds: readonly string[],
  ): Promise<void> {
    if (!enrolmentIds.length) return;
    const enrolled = await this.enrolments.byIds(enrolmentIds);
    const strangers = enrolmentIds.filter((id) => enrolled.get(id)?.editionId !== group.editionId);
    if (strangers.length) throw new Refused(refuse('project-work.not-of-this-edition', { people: strangers.length }));
    const taken = await tx.manager.countBy(GroupMember, { enrolmentId: In([...enrolmentIds]) });
    if (taken) throw new Refused(refuse('project-work.in-another-group', { people: taken }));
    try {
      await tx.insert(
        GroupMember,
        [...new Set(enrolmentIds)].map((enrolmentId) => ({ id: newId(), groupId: group.id, enrolmentId })),
      );
    } catch (error) {
      // Another coordinator was a moment earlier.
      if (isUniqueViolation(error)) throw new Refused(refuse('project-work.in-another-group', { people: 1 }));
      throw error;
    }
  }
}
