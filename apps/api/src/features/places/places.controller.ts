import { acceptOffer, declineOffer, readMyPlace, setQuotas } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
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
  setQuotas({ actor, params, body }: RequestOf<typeof setQuotas>) {
    return this.quotas.run(actor, params.editionId, body);
  }

  @Handles(readMyPlace, mayAnswerOwnOffer)
  mine({ actor, params }: RequestOf<typeof readMyPlace>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(acceptOffer, mayAnswerOwnOffer)
  accept({ actor, params }: RequestOf<typeof acceptOffer>) {
    return this.accepting.run(actor, params.editionId, params.offerId);
  }

  @Handles(declineOffer, mayAnswerOwnOffer)
  decline({ actor, params }: RequestOf<typeof declineOffer>) {
    return this.declining.run(actor, params.editionId, params.offerId);
  }
}
