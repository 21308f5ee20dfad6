import { acceptOffer, declineOffer, type InputOf, readMyPlace, setQuotas } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { AcceptOffer } from './accept-offer';
import { DeclineOffer } from './decline-offer';
import { OwnPlace } from './own-place';
import { mayAnswerOwnOffer, maySetQuotas } from './places.policy';
import { SetQuotas } from './set-quotas';

@Controller()
export class PlacesController {
  constructor(
    private readonly own: OwnPlace,
    private readonly quotas: SetQuotas,
    private readonly accepting: AcceptOffer,
    private readonly declining: DeclineOffer,
  ) {}

  @Handles(setQuotas, maySetQuotas)
  setQuotas(@By() actor: Actor, @Input() { params, body }: InputOf<typeof setQuotas>) {
    return this.quotas.run(actor, params.editionId, body);
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
}
