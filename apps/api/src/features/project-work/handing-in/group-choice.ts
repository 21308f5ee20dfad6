import type { ProjectWorkView } from '@libretto/contracts';
import { agree, enterGroup, mayChooseGroup, usualGroupSize } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import type { Brief } from '../work/briefs';
import { choiceUntil } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { ProjectGroup } from '../work/project-group.entity';

/** The groups of a brief that a participant may choose from. */
@Injectable()
export class GroupChoice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roll: GroupRoll,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** `null` where the brief gives no choice, or its date is past. No statement then, and three otherwise. */
  async of(
    edition: EditionCard,
    brief: Brief,
    { own, hasWork, mayChange }: { own: EnrolmentCard; hasWork: boolean; mayChange: boolean },
  ): Promise<ProjectWorkView['choice']> {
    const until = choiceUntil(edition, brief);
    if (!until || !mayChange || !agree(mayChooseGroup(until, this.clock.now()))) return null;
    const of = { editionId: edition.id, briefId: brief.id };
    const [groups, members, enrolments] = await Promise.all([
      this.database.rows(
        rowsOf(ProjectGroup, 'WHERE it.editionId = :editionId AND it.briefId = :briefId', of, { by: ['name', 'id'] }),
      ),
      this.roll.membersOf('enrolment.editionId = :editionId AND it.briefId = :briefId', of),
      this.enrolments.allOf(edition.id),
    ]);
    const byId = new Map(enrolments.map((one) => [one.id, one]));
    return {
      until: until.toISOString(),
      zone: edition.timeZone,
      most: (brief.size ?? usualGroupSize).most,
      groups: groups.map(({ id, name }) => {
        const there = members.get(id) ?? [];
        const beside = there.flatMap(({ enrolmentId }) => byId.get(enrolmentId) ?? []);
        const isOwn = beside.some((one) => one.id === own.id);
        return {
          id,
          name,
          members: there.map((member) => member.name),
          can: { join: !hasWork && !isOwn && agree(enterGroup(beside, [own], brief)) },
        };
      }),
      can: { leave: !hasWork && [...members.values()].flat().some(({ enrolmentId }) => enrolmentId === own.id) },
    };
  }
}
