import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { allow, Refused } from '../../../platform/refusals/refused';
import { mayHoldMeetings } from '../dossier/admissions.policy';
import { Meeting } from './meeting.entity';
import { MeetingAttendance } from './meeting-attendance.entity';

/** Opens a meeting of an edition's commission, which its opener attends. The database lets one be open at a time. */
@Injectable()
export class OpenMeeting {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.meeting-is-open. */
  async run(
    actor: Actor,
    editionId: string,
    { place, heldOn }: { place: string; heldOn: string },
  ): Promise<{ id: string }> {
    const id = newId();
    const { accountId } = actor;
    const openedAt = this.clock.now();
    try {
      await this.transaction.run(async (tx) => {
        allow(mayHoldMeetings(actor, { editionId }));
        await tx.insert(Meeting, {
          id,
          editionId,
          place,
          heldOn,
          openedAt,
          state: 'open',
          openFor: editionId,
          openedById: accountId,
          closedAt: null,
          closedById: null,
        });
        await tx.insert(MeetingAttendance, { id: newId(), meetingId: id, accountId, notedAt: openedAt });
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('admissions.meeting-is-open')) : error;
    }
    return { id };
  }
}
