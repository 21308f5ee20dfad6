import { Database } from '../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { wordDeadline } from '../../../platform/language/word-moment';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { offerExpiredMail } from '../mail/offer-expired.mail';
import { offerWithdrawnMail } from '../mail/offer-withdrawn.mail';
import { placeFromWaitingListMail } from '../mail/place-from-waiting-list.mail';
import { placeOfferedMail } from '../mail/place-offered.mail';
import { Offer } from '../offer.entity';
import { mailAboutOffer } from './mail-about-offer.job';

interface Payload {
  offerId: string;
  about: 'offered' | 'expired' | 'withdrawn';
}

@HandlesJob(mailAboutOffer)
export class MailAboutOffer implements JobHandler<Payload> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ offerId, about }: Payload, { id }: JobRun): Promise<void> {
    const offer = await this.database.read.findOneByOrFail(Offer, { id: offerId });
    const person = (await this.people.byIds([offer.accountId])).get(offer.accountId);
    const edition = await this.editions.byId(offer.editionId);
    if (!person || !edition) throw new Error(`offer ${offerId} has lost its person or edition`);
    const { title } = edition.definition;
    const data = {
      name: person.name,
      programme: title[person.language] ?? title.en,
      edition: edition.name,
      editionId: edition.id,
      expires: wordDeadline(offer.expiresAt, person, edition),
      reason: offer.withdrawnBecause ?? '',
    };
    const mails = {
      offered: offer.origin === 'ruling' ? placeOfferedMail : placeFromWaitingListMail,
      expired: offerExpiredMail,
      withdrawn: offerWithdrawnMail,
    };
    await this.postman.send(mails[about], { key: id, to: person, data });
  }
}
