import type { Say, KeyBelow } from '@libretto/language';
import { toString as codeOf } from 'qrcode';
import type { AwardSnapshot } from '../award/award-snapshot';
import { nameOf, type Printing, qualificationOf } from './printing';
import { supplementOf } from './supplement';
import { type LocaleFormat, localeFormat } from './locale-format';

/** The two languages of a certificate. */
export interface CertificateLanguages {
  readonly en: Say;
  readonly it: Say;
}

/** The data of the template, worded in both languages: the same award always gives the same sheet. */
export async function certificateSheet(printing: Printing, says: CertificateLanguages) {
  const { snapshot, address, credential } = printing;
  const { record } = snapshot;
  const formats = { en: localeFormat('en', says.en), it: localeFormat('it', says.it) };
  const learner = nameOf(record);
  const [year, month, day] = record.awardedAt.slice(0, 10).split('-').map(Number);
  return {
    title: says.en('certificate.title', { learner, qualification: qualificationOf(record).en }),
    author: record.awardingBodies.map(({ name }) => name),
    date: { year, month, day },
    address,
    credential,
    attachment: says.en('certificate.attachment'),
    code: await codeOf(address, {
      type: 'svg',
      margin: 0,
      errorCorrectionLevel: 'M',
      color: { dark: '#1d3461', light: '#0000' },
    }),
    certificate: certificateOf(snapshot, address, formats),
    supplements: [supplementOf(printing, formats.en), supplementOf(printing, formats.it)],
  };
}

function certificateOf(
  { record, signatories }: AwardSnapshot,
  address: string,
  formats: { en: LocaleFormat; it: LocaleFormat },
) {
  const both = (words: (format: LocaleFormat) => string) => ({ en: words(formats.en), it: words(formats.it) });
  const say = (key: KeyBelow<'certificate'>, values?: Record<string, unknown>) =>
    both((in_) => in_.say(`certificate.${key}`, values));
  const awardedOn = (in_: LocaleFormat) => in_.date(record.awardedAt);
  const place = signatories[0]?.place;
  return {
    bodies: record.awardingBodies.map(({ name }) => name),
    cooperation: record.partners.length
      ? both((in_) =>
          in_.say('certificate.cooperation', { partners: in_.list(record.partners.map(({ name }) => name)) }),
        )
      : null,
    kind: say('kind'),
    opening: say('opening'),
    learner: nameOf(record),
    born: both((in_) => in_.say('certificate.born', { date: in_.date(record.learner.dateOfBirth) })),
    earned: say('earned'),
    qualification: qualificationOf(record),
    facts: [
      { value: String(record.level.eqf), label: say('facts.eqf') },
      ...(record.workload.ects ? [{ value: String(record.workload.ects), label: say('facts.ects') }] : []),
      { value: String(Math.round(record.workload.minutes / 60)), label: say('facts.hours') },
      ...(record.modules ? [{ value: String(record.modules.length), label: say('facts.modules') }] : []),
    ],
    signed: both((in_) =>
      place ? in_.say('certificate.signed', { place: in_.of(place), date: awardedOn(in_) }) : awardedOn(in_),
    ),
    signatories: signatories.map(({ name, capacity, body }) => ({
      name,
      role: both((in_) => in_.say('certificate.signatory', { capacity: in_.of(capacity), body })),
    })),
    code: formats.en.say('certificate.code', { address }),
    check: say('check'),
    address: address.replace(/^https?:\/\//, ''),
  };
}
