import type { changeGroup, InputOf, makeGroup } from '@libretto/contracts';
import { enterGroup, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { readTogether, rowsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { type Brief, briefAsked, briefOf } from '../work/briefs';
import { Participation } from '../work/participation';
import { countryIn, membersWithCountry } from './membership';
import { groupCalled, GroupMember, ProjectGroup } from '../work/project-group.entity';
import { ResultsReleased } from '../project-work.events';
import { Work } from '../work/work.entity';

interface Joining {
  readonly brief: Brief;
  readonly beside: readonly { readonly country: string }[];
  readonly joining: readonly string[];
}

/** Makes and changes groups. */
@Injectable()
export class SetGroup {
  constructor(
    private readonly transaction: Transaction,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Refusals: project-work.in-another-group, project-work.not-of-this-edition, project-work.group-full,
   * project-work.other-country.
   */
  make({ params: { editionId }, query, body: wish }: InputOf<typeof makeGroup>): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      const brief = briefAsked(await this.participation.edition(editionId), query);
      const group = { id: newId(), editionId, briefId: brief.id, ...groupCalled(wish.name) };
      await tx.insert(ProjectGroup, group);
      await this.join(tx, group, { brief, beside: [], joining: wish.enrolmentIds });
      return { id: group.id };
    });
  }

  /**
   * Somebody who joins after the release of a result gets that result; somebody who handed something in stays.
   * Refusals: project-work.in-another-group, project-work.not-of-this-edition, project-work.member-has-handed-in,
   * project-work.group-full, project-work.other-country.
   */
  change({ params: { editionId, groupId }, body: wish }: InputOf<typeof changeGroup>): Promise<void> {
    return this.transaction.run(async (tx) => {
      const group = await tx.lock(ProjectGroup, groupId);
      if (group.editionId !== editionId) throw notFound();
      await tx.save(Object.assign(group, groupCalled(wish.name)));
      const { members, works } = await readTogether(tx.manager, {
        members: membersWithCountry('it.groupId = :groupId', { groupId }),
        works: rowsOf(Work, 'WHERE it.groupId = :groupId', { groupId }),
      });
      const gone = members.filter(({ enrolmentId }) => !wish.enrolmentIds.includes(enrolmentId));
      if (gone.length && works.length) throw new Refused(refuse('project-work.member-has-handed-in'));
      if (gone.length) await tx.manager.delete(GroupMember, { id: In(gone.map(({ id }) => id)) });
      const known = members.map(({ enrolmentId }) => enrolmentId);
      const joining = wish.enrolmentIds.filter((enrolmentId) => !known.includes(enrolmentId));
      const brief = briefOf(await this.participation.edition(editionId), group);
      const beside = members.filter((member) => !gone.includes(member)).map(countryIn);
      await this.join(tx, group, { brief, beside, joining });
      if (joining.length && works.some(({ state }) => state === 'released'))
        await tx.publish(new ResultsReleased(joining, group.briefId));
    });
  }

  private async join(
    tx: Tx,
    { id: groupId, editionId, briefId }: ProjectGroup,
    { brief, beside, joining: enrolmentIds }: Joining,
  ): Promise<void> {
    if (!enrolmentIds.length) return;
    const enrolled = await this.enrolments.byIds(enrolmentIds);
    const strangers = enrolmentIds.filter((id) => enrolled.get(id)?.editionId !== editionId);
    if (strangers.length) throw new Refused(refuse('project-work.not-of-this-edition', { people: strangers.length }));
    const newcomers = [...new Set(enrolmentIds)].flatMap((id) => enrolled.get(id) ?? []);
    orRefuse(enterGroup(beside, newcomers, brief));
    const taken = await tx.manager.countBy(GroupMember, { enrolmentId: In([...enrolmentIds]), briefId });
    if (taken) throw new Refused(refuse('project-work.in-another-group', { people: taken }));
    try {
      await tx.insert(
        GroupMember,
        newcomers.map(({ id: enrolmentId }) => ({ id: newId(), groupId, enrolmentId, briefId })),
      );
    } catch (error) {
      // Another coordinator was a moment earlier.
      if (isUniqueViolation(error)) throw new Refused(refuse('project-work.in-another-group', { people: 1 }));
      throw error;
    }
  }
}
