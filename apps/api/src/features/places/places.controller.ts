import {
  acceptOffer,
  declineOffer,
  type InputOf,
  openPlaces,
  readMyPlace,
  setQuotas,
  withdrawOffer,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { AcceptOffer } from './accept-offer';
import { DeclineOffer } from './decline-offer';
import { OpenPlaces } from './open-places';
import { OwnPlace } from './own-place';
import { mayAnswerOwnOffer, mayOpenPlaces, maySetQuotas, mayWithdrawOffer } from './places.policy';
import { SetQuotas } from './set-quotas';
import { WithdrawOffer } from './withdraw-offer';

@Controller()
export class PlacesController {
  constructor(
    private readonly own: OwnPlace,
    private readonly quotas: SetQuotas,
    private readonly opening: OpenPlaces,
    private readonly accepting: AcceptOffer,
    private readonly declining: DeclineOffer,
    private readonly withdrawing: WithdrawOffer,
  ) {}

  @Handles(setQuotas, maySetQuotas)
  setQuotas(@By() actor: Actor, @Input() { params, body }: InputOf<typeof setQuotas>) {
    return this.quotas.run(actor, params.editionId, body.quotas);
  }

  @Handles(openPlaces, mayOpenPlaces)
  open(@By() actor: Actor, @Input() { params, body }: InputOf<typeof openPlaces>) {
    return this.opening.run(actor, params.editionId, body);
  }

  @Handles(readMyPlace, mayAnswerOwnOffer)
  mine(@By() actor: Actor, @Input() { params }: InputOf<typeof readMyPlace>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(acceptOffer, mayAnswerOwnOffer)
  accept(@By() actor: Actor, @Input() { params }: InputOf<typeof acceptOffer>) {
    return this.accepting.run(actor, params.editionId, params.offerId);
  }

  @Handles(declineOffer, mayAnswerOwnOffer)
  decline(@By() actor: Actor, @Input() { params }: InputOf<typeof declineOffer>) {
    return this.declining.run(actor, params.editionId, params.offerId);
  }

  @Handles(withdrawOffer, mayWithdrawOffer)
  withdraw(@By() actor: Actor, @Input() { params, body }: InputOf<typeof withdrawOffer>) {
    return this.withdrawing.run(actor, params.editionId, params.offerId, body.reason);
  }
}
