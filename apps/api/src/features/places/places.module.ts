import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { AcceptOffer } from './accept-offer';
import { CopyQuotas } from './copy-quotas';
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
import { OpenPlaces } from './open-places';
import { OpenedPlaces } from './opened-places.entity';
import { OwnPlace } from './own-place';
import { PlaceQueries } from './place-queries';
import { EnrolmentListing } from './enrolment-listing.entity';
import { Participants } from './participants';
import { PlaceAllocation } from './place-allocation';
import { PlacesController } from './places.controller';
import { SetQuotas } from './set-quotas';
import { WaitingListEntry } from './waiting-list-entry.entity';
import { WithdrawOffer } from './withdraw-offer';
import { GiveUpPlaces } from './give-up-places';
import { PlacesPersonalData } from './places-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([CountryQuota, OpenedPlaces, Offer, WaitingListEntry, Enrolment, EnrolmentListing]),
    EditionsModule,
  ],
  controllers: [PlacesController],
  providers: [
    PlacesPersonalData,
    CopyQuotas,
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
    EnrolmentDirectory,
    Participants,
  ],
  exports: [
    PlacesPersonalData,
    OpenPlaces,
    WithdrawOffer,
    PlaceQueries,
    PlaceAllocation,
    EnrolmentDirectory,
    Participants,
  ],
})
export class PlacesModule {}
