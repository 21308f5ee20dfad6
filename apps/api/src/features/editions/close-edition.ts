import { closeEdition } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/refusals/refused';
import { ClosingLock } from './closing-lock.entity';
import { Edition } from './edition.entity';
import { EditionClosed } from './editions.events';

/** Closes an edition after its last day. */
@Injectable()
export class CloseEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Refusals: editions.no-such-step, editions.not-over, admissions.appeal-undecided. */
  run(id: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      // Locked first, as by each change: changes under way end before, and later ones find no lock.
      await tx.lockAll(ClosingLock, { id });
      const edition = await tx.lock(Edition, id);
      edition.state = orRefuse(closeEdition(edition, this.clock.now()));
      await tx.save(edition);
      await tx.manager.delete(ClosingLock, { id });
      await tx.publish(new EditionClosed(id));
    });
  }
}
