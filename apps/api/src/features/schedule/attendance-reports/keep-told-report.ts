import { mostReported, reportedTime } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { errors, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { Config } from '../../../platform/config/config';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { Session } from '../timetable/session.entity';
import { MeetingPresence } from './meeting-presence.entity';

const times = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200));
/** What BigBlueButton tells of a meeting that has ended; it tells more, which nobody here needs. */
const toldReport = z.object({
  meeting_id: z.uuid(),
  data: z.object({
    attendees: z
      .array(z.object({ ext_user_id: z.string(), joins: times, leaves: times }))
      .check(z.maxLength(mostReported)),
  }),
});

/** The sender does not know the secret of the meeting server, or has let its token grow old. */
export class NotFromServer extends Error {}
/** The body is no report. */
export class NoReport extends Error {}

/** Keeps who was in a meeting from when to when, as its server tells by itself. A tutor takes the roll from it, or does not. */
@Injectable()
export class KeepToldReport {
  constructor(
    private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Told again it is kept once. People who are not enrolled are left out.
   * @throws NotFromServer, NoReport, or that there is no such meeting
   */
  async run(token: string, body: unknown): Promise<void> {
    await this.verify(token);
    const read = z.safeParse(toldReport, body);
    if (!read.success) throw new NoReport();
    const { meeting_id: sessionId, data } = read.data;
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.meeting !== 'bigbluebutton') throw notFound();
      const enrolmentOf = new Map(
        (await this.enrolments.allOf(session.editionId)).map(({ id, accountId }) => [accountId, id]),
      );
      const timeOf = (text: string | undefined) => reportedTime(text ?? '', 'UTC', session);
      const spans = data.attendees.flatMap(({ ext_user_id: accountId, joins, leaves }) => {
        const enrolmentId = enrolmentOf.get(accountId);
        return joins.flatMap((join, at) => {
          const joinedAt = timeOf(join);
          // Whoever never left was there until it ended.
          const leftAt = timeOf(leaves[at]) ?? session.endsAt;
          return enrolmentId && joinedAt && joinedAt < leftAt ? [{ enrolmentId, joinedAt, leftAt }] : [];
        });
      });
      const rows = spans.map((span) => ({ id: newId(), sessionId, ...span }));
      if (rows.length) await tx.put(MeetingPresence, ['sessionId', 'enrolmentId', 'joinedAt'], ...rows);
    });
  }

  /** BigBlueButton signs a token that says only until when it holds. */
  private async verify(token: string): Promise<void> {
    const secret = this.config.bigBlueButton?.secret;
    if (!secret) throw new NotFromServer();
    try {
      await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS512'], requiredClaims: ['exp'] });
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new NotFromServer();
      throw error;
    }
  }
}
