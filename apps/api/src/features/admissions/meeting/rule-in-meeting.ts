import type { RuledInMeeting } from '@libretto/contracts';
import { type Actor, inMeeting, type RulingOutcome } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { Tx } from '../../../platform/database/transaction';
import { orNotFound, orRefuse, reasonOf, Refused } from '../../../platform/refusals/refused';
import { type MeetingToRuleIn, RuleOnApplication } from '../ruling/rule-on-application';
import { lockOpenMeeting } from './lock-open-meeting';
import { Meeting } from './meeting.entity';

interface Asked {
  applicationId: string;
  reason: string;
  outcome: RulingOutcome;
}

/** Rules on several applications in one meeting: each is a ruling of its own, made whole or refused with its reason. */
@Injectable()
export class RuleInMeeting {
  constructor(
    private readonly database: Database,
    private readonly ruling: RuleOnApplication,
  ) {}

  /** Refusals: admissions.meeting-closed. */
  async run(
    actor: Actor,
    { editionId, meetingId }: { editionId: string; meetingId: string },
    rulings: readonly Asked[],
  ): Promise<RuledInMeeting> {
    const { state } = orNotFound(await this.database.read.findOneBy(Meeting, { id: meetingId, editionId }));
    orRefuse(inMeeting(state));
    const meeting = { id: meetingId, holdOpen: (tx: Tx) => lockOpenMeeting(tx, { editionId, meetingId }) };
    const items: RuledInMeeting['items'] = [];
    // One after the other, so that places go in the order of the agenda.
    for (const { applicationId, reason, outcome } of rulings)
      items.push({
        applicationId,
        ...(await this.one(actor, { editionId, applicationId }, { reason, outcome, meeting })),
      });
    return { items };
  }

  private async one(
    actor: Actor,
    of: { editionId: string; applicationId: string },
    toRule: { reason: string; outcome: RulingOutcome; meeting: MeetingToRuleIn },
  ) {
    try {
      return { rulingId: (await this.ruling.run(actor, of, toRule)).id, whyNot: null };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { rulingId: null, whyNot: reasonOf(error.refusal) };
    }
  }
}
