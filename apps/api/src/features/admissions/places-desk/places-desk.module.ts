import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { DossierModule } from '../dossier/dossier.module';
import { KnownPlaces } from './known-places';
import { OffersMade } from './offers-made';
import { OpenKnownPlaces } from './open-known-places';
import { OpeningPreview } from './opening-preview';
import { PlacesByCountry } from './places-by-country';
import { PlacesDesk } from './places-desk';
import { PlacesDeskController } from './places-desk.controller';
import { WaitingList } from './waiting-list';
import { WithdrawKnownOffer } from './withdraw-known-offer';

@Module({
  imports: [EditionsModule, PlacesModule, DossierModule],
  controllers: [PlacesDeskController],
  providers: [
    KnownPlaces,
    OffersMade,
    OpenKnownPlaces,
    OpeningPreview,
    PlacesByCountry,
    PlacesDesk,
    WaitingList,
    WithdrawKnownOffer,
  ],
})
export class PlacesDeskModule {}
