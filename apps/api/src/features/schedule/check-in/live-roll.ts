import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { Live } from '../../../platform/live/live';
import { AttendanceTaken, RollClosed } from '../schedule.events';

/** What is told when attendance of a session changes. */
export const topicOfRoll = (sessionId: string) => `roll/${sessionId}`;

/** Tells those who look at a roll that it has changed. */
@ReactsTo(AttendanceTaken, RollClosed)
export class LiveRoll implements Reaction<AttendanceTaken | RollClosed> {
  constructor(private readonly live: Live) {}

  async react({ sessionId }: AttendanceTaken | RollClosed, tx: Tx): Promise<void> {
    this.live.tellAfter(tx, topicOfRoll(sessionId));
  }
}
