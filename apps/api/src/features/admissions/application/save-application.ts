import type { InputOf, saveApplication } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { lockOwnDraft } from './lock-own-application';

/** Saves what has changed in somebody’s form; what was not sent stays. */
@Injectable()
export class SaveApplication {
  constructor(private readonly transaction: Transaction) {}

  run(actor: Actor, editionId: string, changes: InputOf<typeof saveApplication>['body']): Promise<void> {
    return this.transaction.run(async (tx) => {
      const application = await lockOwnDraft(tx, actor, editionId);
      application.form = { ...application.form, ...changes };
      await tx.save(application);
    });
  }
}
