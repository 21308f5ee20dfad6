import type { InputOf, saveApplication } from '@libretto/contracts';
import { type Actor, answerFaults, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { BadInput } from '../../../platform/http/handles';
import { orNotFound, Refused } from '../../../platform/http/refused';
import { EditionDirectory } from '../../editions';
import { formInHand } from './keep-version';
import { lockOwnDraft } from './lock-own-application';
import { ownFieldsOf } from './terms';

/** What the database’s column holds, with room to spare. */
const mostBytes = 60_000;

/** Saves what has changed in somebody’s form; what was not sent stays. */
@Injectable()
export class SaveApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
  ) {}

  async run(actor: Actor, editionId: string, changes: InputOf<typeof saveApplication>['body']): Promise<void> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const faults = answerFaults(ownFieldsOf(edition), changes.answers ?? {});
    if (faults.length) throw new BadInput(faults.map(({ path, ...why }) => ({ path: ['answers', ...path].join('.'), ...why })));
    await this.transaction.run(async (tx) => {
      const application = await lockOwnDraft(tx, actor, editionId);
      const written = { ...formInHand(application), ...changes };
      if (Buffer.byteLength(JSON.stringify(written)) > mostBytes) throw new Refused(refuse('admissions.form-too-large'));
      // What is returned stays with the commission as it was, until it is submitted again.
      await tx.save(Object.assign(application, application.state === 'returned' ? { rework: written } : { form: written }));
    });
  }
}
