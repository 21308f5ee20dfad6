import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { allow, notFound, Refused } from '../../../platform/refusals/refused';
import { mayReadLetters } from '../dossier/admissions.policy';
import { LetterLog } from './letter-log';

/** Lets a stopped mail begin again. A mail that the server has accepted is never sent again. */
@Injectable()
export class TryLetterAgain {
  constructor(
    private readonly transaction: Transaction,
    private readonly log: LetterLog,
  ) {}

  /** Refusals: admissions.mail-not-stopped. */
  async run(actor: Actor, { editionId, mailId }: { editionId: string; mailId: string }): Promise<void> {
    allow(mayReadLetters(actor, { editionId }));
    if (!(await this.log.has(actor, editionId, mailId))) throw notFound();
    await this.transaction.run(async (tx) => {
      if (!(await tx.again(mailId))) throw new Refused(refuse('admissions.mail-not-stopped'));
    });
  }
}
