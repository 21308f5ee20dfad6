import { rowsOf } from '../../platform/database/read-together';
import type { LoggedMail } from '../../platform/mail/mail-log';
import { mailAboutOffer } from './jobs/mail-about-offer.job';
import { Offer } from './offer.entity';

/** An offer as its mails name it. */
type Mailed = Pick<Offer, 'id' | 'applicationId' | 'accountId' | 'origin'>;

/** A mail about an offer, with its delivery. */
export interface OfferMail {
  readonly offer: Mailed;
  readonly says: 'offered' | 'from-waiting-list' | 'expired' | 'withdrawn';
  readonly mail: LoggedMail;
}

/** The name of the job that sends mails about offers. */
export const offerMail = mailAboutOffer.name;

/** The rows of the offers of an edition, for a statement that reads other rows too. */
export const mailedOfferRows = (editionId: string) =>
  rowsOf(
    Offer,
    'WHERE it.editionId = :editionId',
    { editionId },
    { columns: ['id', 'applicationId', 'accountId', 'origin'], by: ['id'] },
  );

/** Those of these mails that are about one of these offers. */
export function offerMailsAmong(mails: readonly LoggedMail[], offers: readonly Mailed[]): OfferMail[] {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  return mails.flatMap((mail): OfferMail[] => {
    const offer = byId.get(mail.about);
    if (!offer) return [];
    const { about } = mailAboutOffer.payload.parse(mail.payload);
    return [
      { offer, says: about === 'offered' && offer.origin === 'waiting-list' ? 'from-waiting-list' : about, mail },
    ];
  });
}
