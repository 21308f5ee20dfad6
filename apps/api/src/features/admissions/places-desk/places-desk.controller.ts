import {
  type InputOf,
  openPlaces,
  previewOpening,
  readOffers,
  readPlaces,
  readPlacesDesk,
  readWaitingList,
  withdrawOffer,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  byCountryOf(@By() actor: Actor, @Input() { params }: InputOf<typeof readPlaces>) {
    return this.byCountry.of(actor, params.editionId);
  }

  @Handles(readPlacesDesk, mayReadPlacesDesk)
  places(@By() actor: Actor, @Input() { params }: InputOf<typeof readPlacesDesk>) {
    return this.desk.of(actor, params.editionId);
  }

  @Handles(readWaitingList, mayReadPlacesDesk)
  waitingList(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readWaitingList>) {
    return this.list.of(actor, params.editionId, query.after);
  }

  @Handles(readOffers, mayReadPlacesDesk)
  offers(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readOffers>) {
    return this.made.of(actor, params.editionId, query);
  }

  @Handles(previewOpening, mayReadPlacesDesk)
  previewOpening(@By() actor: Actor, @Input() { params, body }: InputOf<typeof previewOpening>) {
    return this.previews.of(actor, params.editionId, body);
  }

  @Handles(openPlaces, mayOpenPlaces)
  open(@By() actor: Actor, @Input() { params, body }: InputOf<typeof openPlaces>) {
    return this.opening.run(actor, params.editionId, body);
  }

  @Handles(withdrawOffer, mayWithdrawOffer)
  withdraw(@By() actor: Actor, @Input() { params, body }: InputOf<typeof withdrawOffer>) {
    return this.withdrawing.run(actor, params.editionId, params.offerId, body.reason);
  }
}
