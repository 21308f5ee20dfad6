import {
  openPlaces,
  previewOpening,
  readOffers,
  readPlaces,
  readPlacesDesk,
  readWaitingList,
  withdrawOffer,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadPlaces, mayReadPlacesDesk } from '../dossier/admissions.policy';
import { OffersMade } from './offers-made';
import { mayOpenPlaces, mayWithdrawOffer } from '../../places';
import { OpenKnownPlaces } from './open-known-places';
import { OpeningPreview } from './opening-preview';
import { WithdrawKnownOffer } from './withdraw-known-offer';
import { PlacesByCountry } from './places-by-country';
import { PlacesDesk } from './places-desk';
import { WaitingList } from './waiting-list';

/** The holders of the places: read here and not in `places`, because conflicts are known here. */
@Controller()
export class PlacesDeskController {
  constructor(
    private readonly byCountry: PlacesByCountry,
    private readonly desk: PlacesDesk,
    private readonly list: WaitingList,
    private readonly made: OffersMade,
    private readonly previews: OpeningPreview,
    private readonly opening: OpenKnownPlaces,
    private readonly withdrawing: WithdrawKnownOffer,
  ) {}

  @Handles(readPlaces, mayReadPlaces)
  byCountryOf({ actor, params }: RequestOf<typeof readPlaces>) {
    return this.byCountry.of(actor, params.editionId);
  }

  @Handles(readPlacesDesk, mayReadPlacesDesk)
  places({ actor, params }: RequestOf<typeof readPlacesDesk>) {
    return this.desk.of(actor, params.editionId);
  }

  @Handles(readWaitingList, mayReadPlacesDesk)
  waitingList({ actor, params, query }: RequestOf<typeof readWaitingList>) {
    return this.list.of(actor, params.editionId, query.after);
  }

  @Handles(readOffers, mayReadPlacesDesk)
  offers({ actor, params, query }: RequestOf<typeof readOffers>) {
    return this.made.of(actor, params.editionId, query);
  }

  @Handles(previewOpening, mayReadPlacesDesk)
  previewOpening({ actor, params, body }: RequestOf<typeof previewOpening>) {
    return this.previews.of(actor, params.editionId, body);
  }

  @Handles(openPlaces, mayOpenPlaces)
  open({ actor, params, body }: RequestOf<typeof openPlaces>) {
    return this.opening.run(actor, params.editionId, body);
  }

  @Handles(withdrawOffer, mayWithdrawOffer)
  withdraw({ actor, params, body }: RequestOf<typeof withdrawOffer>) {
    return this.withdrawing.run(actor, params.editionId, params.offerId, body.reason);
  }
}
