import type { extendProjectDeadline, InputOf } from '@libretto/contracts';
import { type Actor, attemptNow, extendDeadline, mayGiveTime, type Whose } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { readTogether, rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { DeadlineExtended } from '../project-work.events';
import { briefAsked } from '../work/briefs';
import { deadlineRows, deadlinesIn, endOfDay, runningAttempt } from '../work/deadlines';
import { ProjectDeadline } from '../work/project-deadline.entity';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Work } from '../work/work.entity';

/** Gives everybody, one group or one person more time, with a reason that they read. */
@Injectable()
export class ExtendDeadline {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Refusals: project-work.peers-could-read, project-work.deadline-not-later, project-work.deadline-in-the-past. */
  async run(
    actor: Actor,
    { params: { editionId }, query, body: { lastDay, reason, whose } }: InputOf<typeof extendProjectDeadline>,
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      // The second of two coordinators sees the first one's deadline.
      const edition = await this.editions.lock(tx, editionId);
      const now = this.clock.now();
      const brief = briefAsked(edition, query);
      const ofBrief = [
        'WHERE it.editionId = :editionId AND it.briefId = :briefId',
        { editionId, briefId: brief.id },
      ] as const;
      const [{ set, groups, works, members }, enrolments] = await Promise.all([
        readTogether(tx.manager, {
          set: deadlineRows(editionId),
          groups: rowsOf(ProjectGroup, ...ofBrief),
          works: rowsOf(Work, ...ofBrief, { by: ['attempt'] }),
          members: rowsOf(
            GroupMember,
            `JOIN project_group it2 ON it2.id = it.groupId WHERE it2.editionId = :editionId AND it2.briefId = :briefId`,
            ofBrief[1],
          ),
        }),
        this.enrolments.allOf(editionId),
      ]);
      const groupOf = new Map(members.map(({ enrolmentId, groupId }) => [enrolmentId, groupId]));
      const [groupId, enrolmentId] = [
        whose && 'groupId' in whose ? whose.groupId : null,
        whose && 'enrolmentId' in whose ? whose.enrolmentId : null,
      ];
      if (groupId) orNotFound(groups.find(({ id }) => id === groupId));
      if (enrolmentId) orNotFound(enrolments.find(({ id }) => id === enrolmentId));
      const concerned: Whose = { groupId: groupId ?? groupOf.get(enrolmentId ?? '') ?? null, enrolmentId };
      const latest = works.findLast((work) => work.groupId === concerned.groupId) ?? null;
      const attempt = whose ? Math.min(attemptNow(latest), brief.attempts) : runningAttempt(set, brief);
      const current = deadlinesIn(set, edition, brief, concerned)(attempt).until;
      const readsPeers = brief.peerFeedback?.across !== undefined;
      if (whose) orRefuse(mayGiveTime({ latest, deadline: current, readsPeers }, now));
      const until = orRefuse(extendDeadline(current, endOfDay(lastDay, edition.timeZone), now));
      const deadline: ProjectDeadline = {
        id: newId(),
        editionId,
        briefId: brief.id,
        groupId,
        enrolmentId,
        attempt,
        until,
        reason,
        setBy: actor.accountId,
        at: now,
      };
      await tx.insert(ProjectDeadline, deadline);
      // Told are those for whom it changes something: not who has more time already.
      const then = [...set, { ...deadline, personsGroup: enrolmentId ? (concerned.groupId ?? null) : null }];
      const gain = enrolments.filter(({ id }) => {
        const own: Whose = { groupId: groupOf.get(id) ?? null, enrolmentId: id };
        const [before, after] = [set, then].map((rows) => deadlinesIn(rows, edition, brief, own)(attempt).until);
        return before !== undefined && after !== undefined && after > before;
      });
      await tx.publish(
        new DeadlineExtended(
          deadline.id,
          gain.map(({ id }) => id),
        ),
      );
    });
  }
}
