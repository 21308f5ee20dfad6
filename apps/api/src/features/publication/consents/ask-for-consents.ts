import { askAbout, remind, stepTo } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { PublicationConsent } from '../book/publication.entity';
import { type Gathered, PublicationRoll } from '../book/publication-roll';
import { ConsentsAsked } from '../publication.events';

/** Asks the members of the gathered works, and reminds those who have not answered. */
@Injectable()
export class AskForConsents {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roll: PublicationRoll,
  ) {}

  /** Refusals: publication.in-print, publication.no-such-step, publication.no-works. */
  async run(editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { publication, gathered } = await this.roll.lock(tx, editionId);
      orRefuse(askAbout(gathered.length));
      const state = orRefuse(stepTo(publication.state, 'consents'));
      const asked = gathered.flatMap(({ row, members }) =>
        members
          .filter((member) => member.row === null)
          .map(({ accountId }) => ({
            ...{ id: newId(), gatheredId: row.id, accountId, state: 'asked' as const, statement: null, at: null },
          })),
      );
      await tx.insertMissing(PublicationConsent, asked);
      await tx.save(Object.assign(publication, { state }));
      await tx.publish(new ConsentsAsked(publication.id, waitingIn(gathered)));
    });
  }

  /** Refusals: publication.no-such-step, publication.nobody-to-remind, publication.reminded-lately. */
  async remind(editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { publication, gathered } = await this.roll.lock(tx, editionId);
      const waiting = waitingIn(gathered);
      const now = this.clock.now();
      orRefuse(remind(publication.state, waiting.length, publication.remindedAt, now));
      await tx.save(Object.assign(publication, { remindedAt: now }));
      await tx.publish(new ConsentsAsked(publication.id, waiting));
    });
  }
}

/** The people whose answer is missing, each once. */
const waitingIn = (gathered: readonly Gathered[]): string[] => [
  ...new Set(
    gathered.flatMap(({ members }) =>
      members.filter(({ consent }) => consent === 'asked').map(({ accountId }) => accountId),
    ),
  ),
];
