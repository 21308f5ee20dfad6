import { Injectable } from '@nestjs/common';
import { type LoggedMail, MailLog } from '../../platform/mail/mail-log';
import { mailAboutOffer } from './jobs/mail-about-offer.job';
import { type OfferCard, PlaceQueries } from './place-queries';

/** A mail about an offer, with its delivery. */
export interface OfferMail {
  readonly offer: OfferCard;
  readonly says: 'offered' | 'from-waiting-list' | 'expired' | 'withdrawn';
  readonly mail: LoggedMail;
}

/** The mails about the offers of an edition, and their delivery. */
@Injectable()
export class OfferMails {
  constructor(
    private readonly book: PlaceQueries,
    private readonly log: MailLog,
  ) {}

  async of(editionId: string): Promise<OfferMail[]> {
    const offers = new Map((await this.book.offers(editionId)).map((offer) => [offer.id, offer]));
    const mails = await this.log.about([mailAboutOffer.name], [...offers.keys()]);
    return mails.flatMap((mail): OfferMail[] => {
      const offer = offers.get(mail.about);
      const { about } = mailAboutOffer.payload.parse(mail.payload);
      const says = about === 'offered' && offer?.origin === 'waiting-list' ? 'from-waiting-list' : about;
      return offer ? [{ offer, says, mail }] : [];
    });
  }
}
