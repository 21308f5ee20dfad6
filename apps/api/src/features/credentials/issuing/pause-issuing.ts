import { type Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Live } from '../../../platform/live/live';
import { allow } from '../../../platform/refusals/refused';
import { IssuingPause } from '../award/issuing-pause.entity';
import { awardsTopic } from '../award/live-awards';
import { mayKeepAwards } from '../credentials.policy';
import { goOnIssuing } from './jobs/go-on-issuing.job';

/** Pauses the issuing of one edition, and resumes it. Both may be asked twice. */
@Injectable()
export class PauseIssuing {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  async pause(actor: Actor, editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      const open = { editionId, openFor: editionId, resumedAt: null, resumedBy: null };
      const pause = { id: newId(), ...open, pausedAt: this.clock.now(), pausedBy: actor.accountId };
      await tx.insertMissing(IssuingPause, [pause]);
      this.live.tellAfter(tx, awardsTopic);
    });
  }

  async resume(actor: Actor, editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      const [pause] = await tx.lockAll(IssuingPause, { openFor: editionId });
      if (!pause) return;
      const resumed = { openFor: null, resumedAt: this.clock.now(), resumedBy: actor.accountId };
      await tx.save(Object.assign(pause, resumed));
      await tx.enqueue(goOnIssuing, { editionId });
      this.live.tellAfter(tx, awardsTopic);
    });
  }
}
