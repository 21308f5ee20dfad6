import type { listSessions, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { mayChangeRooms, mayPlanSessions, mayTakeRoll } from '../schedule.policy';
import { Timetable } from './timetable';
import { TutorsOfSessions } from './tutors-of-sessions';

@Injectable()
export class SessionsOfEdition {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly tutors: TutorsOfSessions,
  ) {}

  /** All sessions, and this reader's permissions on each. */
  async read(actor: Actor, editionId: string): Promise<ReplyOf<typeof listSessions>> {
    const [edition, own] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const changes = agree(changeIn(edition.state));
    const [sessions, teaching] = await Promise.all([this.timetable.of(edition), this.tutors.in(editionId)]);
    return {
      ownEnrolmentId: own?.id ?? null,
      sessions: sessions.map((session) => ({ ...session, tutors: teaching.of(session.id) })),
      can: {
        plan: changes && mayPlanSessions(actor, { editionId }),
        takeRolls: changes && mayTakeRoll(actor, { editionId }),
        changeRooms: changes && mayChangeRooms(actor, { editionId }),
      },
    };
  }
}
