import { enterGroup, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import { readTogether, rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import { ResultsReleased } from '../project-work.events';
import type { Brief } from '../work/briefs';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Work } from '../work/work.entity';

/** Moves people between the groups of a brief. */
@Injectable()
export class Membership {
  constructor(private readonly enrolments: EnrolmentDirectory) {}

  /**
   * Moves an enrolment into a group, or out of its own. Who comes into a group with a released result has that result.
   * Refusals: project-work.member-has-handed-in, project-work.group-full, project-work.other-country.
   */
  async move(tx: Tx, brief: Brief, { id: enrolmentId, editionId }: EnrolmentCard, to: string | null): Promise<void> {
    const briefId = brief.id;
    // Another move of the same person waits here, and one into the same group at the group.
    const [enrolment] = await this.enrolments.lock(tx, [enrolmentId]);
    const own = await tx.manager.findOneBy(GroupMember, { enrolmentId, briefId });
    if (own?.groupId === (to ?? undefined)) return;
    const ids = [own?.groupId, to].filter((id) => id !== undefined && id !== null);
    const groups = await tx.lockAll(ProjectGroup, { id: In(ids), editionId, briefId });
    if (to) orNotFound(groups.find(({ id }) => id === to));
    const { works, members } = await readTogether(tx.manager, {
      works: rowsOf(Work, 'WHERE it.groupId IN (:...ids)', { ids }),
      members: membersWithCountry('it.groupId = :to', { to }),
    });
    if (works.some(({ groupId }) => groupId === own?.groupId))
      throw new Refused(refuse('project-work.member-has-handed-in'));
    if (own) await tx.manager.delete(GroupMember, { id: own.id });
    if (!to) return;
    orRefuse(enterGroup(members.map(countryIn), [orNotFound(enrolment)], brief));
    await tx.insert(GroupMember, { id: newId(), groupId: to, enrolmentId, briefId });
    if (works.some(({ groupId, state }) => groupId === to && state === 'released'))
      await tx.publish(new ResultsReleased([enrolmentId], briefId));
  }
}

/** Members by a condition on `it`, each with the country of their place. */
export const membersWithCountry = (where: string, values: Record<string, string | null>) =>
  rowsOf(GroupMember, `JOIN enrolment ON enrolment.id = it.enrolmentId WHERE ${where}`, values, {
    beside: { country: 'enrolment.country' },
  });

export const countryIn = ({ country }: { country: unknown }) => ({ country: String(country) });
