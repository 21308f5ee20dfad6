import { type Actor, endOffer } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orRefuse } from '../../platform/refusals/refused';
import { RoleRegister } from '../accounts';
import { EditionDirectory } from '../editions';
import { Enrolment } from './enrolment.entity';
import { Offer } from './offer.entity';

/** Accepts one's own offer: it makes the enrolment and the participant. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly roles: RoleRegister,
    private readonly clock: Clock,
  ) {}

  /** Refusals: places.offer-expired, places.offer-ended. */
  run(actor: Actor, editionId: string, offerId: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      await this.editions.lock(tx, editionId);
      const offer = await tx.lock(Offer, offerId);
      const { accountId, institutionId, country } = offer;
      if (offer.editionId !== editionId || accountId !== actor.accountId) throw notFound();
      const now = this.clock.now();
      offer.state = orRefuse(endOffer(offer, 'accepted', now));
      offer.endedAt = now;
      const enrolment = { id: newId(), editionId, accountId, offerId, institutionId, country, enrolledAt: now };
      await tx.save(offer);
      await tx.insert(Enrolment, enrolment);
      await this.roles.grant(tx, { accountId, editionId, role: 'participant' });
    });
  }
}
