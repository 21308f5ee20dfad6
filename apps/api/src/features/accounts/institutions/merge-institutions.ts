import { become, becomeOne, institutionProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { AccountChanged, InstitutionMoved } from '../accounts.events';
import { Institution } from './institution.entity';
import { derived } from './as-row';

/**
 * Merges one institution into another. In one commit, every reference to the first points to the second; the first
 * stays as another spelling, so that proposing it again finds the second.
 */
@Injectable()
export class MergeInstitutions {
  constructor(private readonly transaction: Transaction) {}

  /**
   * Refusals: accounts.merge-with-itself, accounts.merged-already, accounts.two-in-the-registry, places.move-no-quota,
   * places.move-institution-full, places.move-country-full, places.move-rest-full.
   */
  run(fromId: string, intoId: string): Promise<void> {
    const attempt = () => this.transaction.run((tx) => this.merge(tx, fromId, intoId));
    return attempt().catch((error: unknown) => {
      // Another institution has taken the website as its key in this moment.
      if (isUniqueViolation(error)) return attempt();
      throw error;
    });
  }

  private async merge(tx: Tx, fromId: string, intoId: string): Promise<void> {
    // Locked in the order of their ids, so that two merges across each other follow one another.
    const rows = await tx.lockByIds(Institution, [...new Set([fromId, intoId])]);
    const from = rows.find(({ id }) => id === fromId);
    const into = rows.find(({ id }) => id === intoId);
    if (!from || !into) throw notFound();
    orRefuse(becomeOne(from, into));
    const people = await tx.lockAll(Account, { institutionId: fromId });
    await tx.manager.update(Account, { institutionId: fromId }, { institutionId: intoId });
    await tx.manager.update(Institution, { mergedIntoId: fromId }, { mergedIntoId: intoId });
    const rorId = into.rorId ?? from.rorId;
    await tx.save(
      Object.assign(from, {
        state: orRefuse(become(institutionProcess, from.state, 'merged', 'accounts.merged-already')),
        mergedIntoId: intoId,
        rorId: null,
        nameKey: null,
        hostKey: null,
      }),
    );
    const whole = {
      ...into,
      rorId,
      website: into.website ?? from.website,
      emailDomain: into.emailDomain ?? from.emailDomain,
      state: 'confirmed' as const,
    };
    Object.assign(into, whole, derived(whole, from.names.split('|')));
    // A third institution has this website as its key, and keeps it.
    if (into.hostKey && (await tx.manager.existsBy(Institution, { hostKey: into.hostKey, id: Not(intoId) })))
      into.hostKey = null;
    await tx.save(into);
    await tx.publish(new InstitutionMoved(fromId, intoId, into.country));
    for (const { id } of people) await tx.publish(new AccountChanged(id));
  }
}
