import { type addInstitution, type changeInstitution, type InputOf, websiteOf } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../platform/database/errors';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { InstitutionMoved } from '../accounts.events';
import { Institution } from './institution.entity';
import { asRow, derived } from './as-row';
import { knownAs } from './known-as';

type Body = InputOf<typeof addInstitution>['body'];

/** Adds an institution to the list, and corrects and confirms one. */
@Injectable()
export class KeepInstitution {
  constructor(private readonly transaction: Transaction) {}

  /** Refusals: accounts.institution-known. */
  async add({ website: written, ...body }: Body): Promise<{ id: string }> {
    const said = { ...body, website: websiteOf(written) };
    return this.once(said, async (tx) => {
      await this.refuseKnown(tx, said);
      const row = asRow(said, { state: 'confirmed' });
      await tx.insert(Institution, row);
      return { id: row.id };
    });
  }

  /**
   * A correction by a coordinator confirms the institution. Another country moves everybody whose place counts there.
   * Refusals: accounts.institution-known, places.move-no-quota, places.move-institution-full, places.move-country-full,
   * places.move-rest-full.
   */
  async change(id: string, { website: written, ...body }: InputOf<typeof changeInstitution>['body']): Promise<void> {
    const said = { ...body, website: websiteOf(written) };
    await this.once(said, async (tx) => {
      const institution = await tx.lock(Institution, id);
      if (institution.state === 'merged') throw notFound();
      const before = institution.country;
      await this.refuseKnown(tx, { ...said, rorId: institution.rorId }, id);
      const changed = { ...institution, ...said, state: 'confirmed' as const };
      await tx.save(Object.assign(institution, changed, derived(changed)));
      if (before !== said.country) await tx.publish(new InstitutionMoved(id, id, said.country));
    });
  }

  private async refuseKnown(tx: Tx, said: Parameters<typeof knownAs>[1], except?: string): Promise<void> {
    const known = await knownAs(tx.manager, said, except);
    // A former spelling of the institution itself is no conflict.
    if (known && known.id !== except) throw new Refused(refuse('accounts.institution-known', { name: known.name }));
  }

  private async once<T>(said: { name: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.transaction.run(work);
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('accounts.institution-known', { name: said.name })) : error;
    }
  }
}
