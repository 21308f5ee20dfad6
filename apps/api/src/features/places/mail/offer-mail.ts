import type { Say } from '@libretto/language';
import { type Mail, mail } from '../../../platform/mail/mail';

/** The data of a mail about an offer; `expires` is worded in the reader's language and zone. */
export interface OfferMailData {
  name: string;
  programme: string;
  edition: string;
  editionId: string;
  expires: string;
  /** The reason for taking it back; empty otherwise. */
  reason: string;
}

const sample: OfferMailData = {
  name: 'Ana Kovač',
  programme: 'Professional course on Automatic Recognition',
  edition: 'Autumn 2026',
  editionId: '0198c0de-0000-7000-8000-000000000000',
  expires: 'Monday, 30 November 2026 at 10:00',
  reason: 'The course takes place at another time than announced.',
};

type WhatOfAnOffer = 'offered' | 'from-waiting-list' | 'expired' | 'withdrawn';

/** The form that all mails about offers share: one text under `places.mail.<what>`, and one link. */
export const offerMail = (
  name: string,
  what: WhatOfAnOffer,
  path: (editionId: string) => string,
): Mail<OfferMailData> =>
  mail({
    name,
    topic: 'decisions',
    sample,
    compose: (say: Say, data: OfferMailData) => ({
      subject: say(`places.mail.${what}.subject`, { ...data }),
      paragraphs: [say('places.mail.greeting', { ...data }), say(`places.mail.${what}.text`, { ...data })],
      action: { label: say(`places.mail.${what}.action`), path: path(data.editionId) },
    }),
  });
