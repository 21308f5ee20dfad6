import { type Actor, mayAttend } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { allow, notFound } from '../../../platform/refusals/refused';
import { mayHoldMeetings } from '../dossier/admissions.policy';
import { CommissionPanels } from '../dossier/commission-panel';
import { lockOpenMeeting } from './lock-open-meeting';
import { MeetingAttendance } from './meeting-attendance.entity';

/** Notes whether a member attends the open meeting. */
@Injectable()
export class NoteAttendance {
  constructor(
    private readonly transaction: Transaction,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.meeting-closed. */
  async run(
    actor: Actor,
    of: { editionId: string; meetingId: string; accountId: string },
    attends: boolean,
  ): Promise<void> {
    const { members } = await this.panels.of(of.editionId, []);
    await this.transaction.run(async (tx) => {
      allow(mayHoldMeetings(actor, of));
      const { id: meetingId } = await lockOpenMeeting(tx, of);
      if (!mayAttend(members, of.accountId)) throw notFound();
      const theirs = { meetingId, accountId: of.accountId };
      const isNoted = await tx.manager.existsBy(MeetingAttendance, theirs);
      if (attends && !isNoted)
        await tx.insert(MeetingAttendance, { id: newId(), ...theirs, notedAt: this.clock.now() });
      if (!attends && isNoted) await tx.manager.delete(MeetingAttendance, theirs);
    });
  }
}
