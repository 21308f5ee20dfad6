import type { CheckInCode } from '@libretto/contracts';
import { joinOpensAt, millisecondsUntil, rotationAt } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { countOf } from '../../../platform/database/read-together';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { viewOf } from '../timetable/session-view';
import { Timetable } from '../timetable/timetable';
import { CheckInCodes } from './check-in-codes';

/** The codes that a page gets ahead, so that it goes on through a short gap in the network. */
const codesAhead = 4;

@Injectable()
export class CodeOfSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly timetable: Timetable,
    private readonly codes: CheckInCodes,
  ) {}

  /** The code of now and the next ones, and how many people are in. */
  async read({ editionId, sessionId }: { editionId: string; sessionId: string }): Promise<CheckInCode> {
    const [edition, session, enrolled, [present]] = await Promise.all([
      this.editions.byId(editionId).then(orNotFound),
      this.timetable.session(sessionId),
      this.enrolments.countIn(editionId),
      this.database.rows(countOf(`FROM attendance WHERE ${isIn}`, { sessionId })),
    ]);
    if (session?.editionId !== editionId) throw notFound();
    const now = this.clock.now();
    const first = rotationAt(now);
    const isShown = session.state === 'planned' && now < session.endsAt;
    return {
      session: viewOf(session, edition.definition, now),
      opensAt: joinOpensAt(session).toISOString(),
      codes: Array.from({ length: isShown ? codesAhead : 0 }, (_, ahead) => ({
        address: this.codes.addressOf(sessionId, first + ahead),
        short: this.codes.shortCodeOf(sessionId, first + ahead),
        begins: millisecondsUntil(first + ahead, now),
      })),
      people: { in: present ?? 0, enrolled },
    };
  }
}

const isIn = `sessionId = :sessionId AND mark IN ('present', 'late')`;
