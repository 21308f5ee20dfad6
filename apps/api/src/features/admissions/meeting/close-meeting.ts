import { type Actor, become, meetingProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { allow, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { mayHoldMeetings } from '../dossier/admissions.policy';
import { lockOpenMeeting } from './lock-open-meeting';
import { MinutesDrafter } from './minutes-drafter';
import { Minutes, MinutesItem } from './minutes.entity';

/** Closes a meeting and makes its minutes in the same commit, with or without rulings. */
@Injectable()
export class CloseMeeting {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly drafter: MinutesDrafter,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.meeting-closed. */
  async run(actor: Actor, of: { editionId: string; meetingId: string }): Promise<void> {
    const edition = orNotFound(await this.editions.byId(of.editionId));
    await this.transaction.run(async (tx) => {
      allow(mayHoldMeetings(actor, of));
      const meeting = await lockOpenMeeting(tx, of);
      const state = orRefuse(become(meetingProcess, meeting.state, 'closed', 'admissions.meeting-closed'));
      const closedAt = this.clock.now();
      const { record, items } = await this.drafter.draft(meeting, edition, {
        closedAt,
        closedById: actor.accountId,
      });
      await tx.insert(Minutes, { id: newId(), meetingId: meeting.id, record, madeAt: closedAt });
      await tx.insert(MinutesItem, items);
      await tx.save(Object.assign(meeting, { state, openFor: null, closedAt, closedById: actor.accountId }));
    });
  }
}
