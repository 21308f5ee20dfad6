import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { AcceptOffer } from './accept-offer';
import { CountryQuota } from './country-quota.entity';
import { DeclineOffer } from './decline-offer';
import { Enrolment } from './enrolment.entity';
import { EnrolmentDirectory } from './enrolment-directory';
import { ExpireUnansweredOffer } from './expire-unanswered-offer';
import { FillGrownEdition } from './fill-grown-edition';
import { ExpireOffer } from './jobs/expire-offer.handler';
import { MailAboutOffer } from './jobs/mail-about-offer.handler';
import { MoveInstitution } from './move-institution';
import { Offer } from './offer.entity';
import { OfferMails } from './offer-mails';
import { OpenPlaces } from './open-places';
import { OpenedPlaces } from './opened-places.entity';
import { OwnPlace } from './own-place';
import { PlaceQueries } from './place-queries';
import { PlaceAllocation } from './place-allocation';
import { PlaceStandings } from './place-standings';
import { PlacesController } from './places.controller';
import { SetQuotas } from './set-quotas';
import { WaitingListEntry } from './waiting-list-entry.entity';
import { WithdrawOffer } from './withdraw-offer';
import { GiveUpPlaces } from './give-up-places';
import { PlacesPersonalData } from './places-personal-data';

@Module({
  imports: [TypeOrmModule.forFeature([CountryQuota, OpenedPlaces, Offer, WaitingListEntry, Enrolment]), EditionsModule],
  controllers: [PlacesController],
  providers: [
    PlacesPersonalData,
    GiveUpPlaces,
    PlaceAllocation,
    AcceptOffer,
    DeclineOffer,
    WithdrawOffer,
    ExpireUnansweredOffer,
    SetQuotas,
    OpenPlaces,
    FillGrownEdition,
    ExpireOffer,
    MailAboutOffer,
    MoveInstitution,
    OwnPlace,
    PlaceQueries,
    OfferMails,
    PlaceStandings,
    EnrolmentDirectory,
  ],
  exports: [
    PlacesPersonalData,
    OfferMails,
    OpenPlaces,
    WithdrawOffer,
    PlaceQueries,
    PlaceAllocation,
    PlaceStandings,
    EnrolmentDirectory,
  ],
})
export class PlacesModule {}
