import type { InputOf, setQuotas } from '@libretto/contracts';
import { type Actor, checkQuotas } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { allow, orRefuse } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { CountryQuota } from './country-quota.entity';
import { PlaceAllocation } from './place-allocation';
import { maySetQuotas } from './places.policy';
import { placesOf } from './places-of';

type Wish = InputOf<typeof setQuotas>['body'];

/**
 * Sets the quotas of an edition, and whether countries without one share the rest. Places that become free go to the
 * waiting lists.
 */
@Injectable()
export class SetQuotas {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
  ) {}

  /** Refusals: places.country-twice, places.below-what-is-held, places.below-what-is-opened. */
  run(actor: Actor, editionId: string, { quotas, othersShare }: Wish): Promise<void> {
    return this.transaction.run(async (tx) => {
      allow(maySetQuotas(actor, { editionId }));
      const edition = await this.editions.lock(tx, editionId);
      const places = await placesOf(tx.manager, edition);
      orRefuse(checkQuotas({ quotas, othersShare }, places));
      await tx.manager.delete(CountryQuota, { editionId, country: Not(In(quotas.map(({ country }) => country))) });
      for (const quota of quotas)
        if (places.quotas.some(({ country }) => country === quota.country))
          await tx.manager.update(CountryQuota, { editionId, country: quota.country }, quota);
        else await tx.insert(CountryQuota, { id: newId(), editionId, ...quota });
      await this.editions.letOthersShare(tx, editionId, othersShare);
      await this.allocation.handOn(tx, { ...edition, othersSharePlaces: othersShare });
    });
  }
}
