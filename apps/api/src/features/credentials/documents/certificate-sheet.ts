import type { Texts } from '@libretto/credentials';
import type { DocumentLanguage } from '@libretto/domain';
import type { KeyBelow, Say } from '@libretto/language';
import { toString as codeOf } from 'qrcode';
import type { AwardSnapshot } from '../award/award-snapshot';
import { type LocaleFormat, localeFormat } from './locale-format';
import { nameOf, type Printing, qualificationOf } from './printing';
import { supplementOf } from './supplement';

/** Of documents whose programme says nothing else; the first one is upright. */
export const usualLanguages: readonly DocumentLanguage[] = ['en', 'it'];

/**
 * The data of the template, worded in the languages of the certificate: the same award always gives the same sheet. Each
 * text is a list, in the order of these languages.
 */
export async function certificateSheet(printing: Printing, sayIn: (language: DocumentLanguage) => Say) {
  const { snapshot, address, credential, isSample } = printing;
  const { record, certificate } = snapshot;
  const formats = (certificate?.languages ?? usualLanguages).map((language) => localeFormat(language, sayIn(language)));
  const [first] = formats as [LocaleFormat];
  const learner = nameOf(record);
  const [year, month, day] = record.awardedAt.slice(0, 10).split('-').map(Number);
  return {
    languages: formats.map(({ language, region }) => ({ language, region })),
    title: first.say('certificate.title', { learner, qualification: first.of(qualificationOf(record)) }),
    author: record.awardingBodies.map(({ name }) => name),
    date: { year, month, day },
    address,
    credential,
    sample: isSample ? formats.map(({ say }) => say('certificate.sample')) : null,
    attachment: first.say('certificate.attachment'),
    code: await codeOf(address, {
      type: 'svg',
      margin: 0,
      errorCorrectionLevel: 'M',
      color: { dark: '#1d3461', light: '#0000' },
    }),
    certificate: certificateOf(snapshot, address, formats),
    supplements: formats.map((in_) => supplementOf(printing, in_)),
  };
}

function certificateOf(snapshot: AwardSnapshot, address: string, formats: readonly LocaleFormat[]) {
  const { record, signatories, certificate, registerNumber } = snapshot;
  const each = (words: (format: LocaleFormat) => string) => formats.map(words);
  const of = (texts: Texts) => each((in_) => in_.of(texts));
  const say = (key: KeyBelow<'certificate'>, values?: Record<string, unknown>) =>
    each((in_) => in_.say(`certificate.${key}`, values));
  const awardedOn = (in_: LocaleFormat) => in_.date(record.awardedAt);
  const place = signatories[0]?.place ?? certificate?.place;
  return {
    bodies: record.awardingBodies.map(({ name, status }) => ({ name, status: of(status) })),
    beside: besideTheBodies(snapshot, formats),
    kind: certificate?.heading ? of(certificate.heading) : say('kind'),
    number: registerNumber ? say('number', { number: registerNumber }) : null,
    opening: say('opening'),
    learner: nameOf(record),
    born: each((in_) => in_.say('certificate.born', { date: in_.date(record.learner.dateOfBirth) })),
    earned: say('earned'),
    qualification: of(qualificationOf(record)),
    facts: [
      { value: String(record.level.eqf), label: say('facts.eqf') },
      ...(record.workload.ects ? [{ value: String(record.workload.ects), label: say('facts.ects') }] : []),
      { value: String(Math.round(record.workload.minutes / 60)), label: say('facts.hours') },
      ...(record.modules ? [{ value: String(record.modules.length), label: say('facts.modules') }] : []),
    ],
    signed: each((in_) =>
      place ? in_.say('certificate.signed', { place: in_.of(place), date: awardedOn(in_) }) : awardedOn(in_),
    ),
    signatories: signatories.map(({ name, capacity, body }) => ({
      name,
      role: each((in_) => in_.say('certificate.signatory', { capacity: in_.of(capacity), body })),
    })),
    code: say('code', { address })[0],
    check: say('check'),
    address: address.replace(/^https?:\/\//, ''),
  };
}

/** Who stands beside the awarding bodies: who organises the course too, who cooperates, and who supervises. */
function besideTheBodies({ record, certificate }: AwardSnapshot, formats: readonly LocaleFormat[]): string[][] {
  const bodies = new Set(record.awardingBodies.map(({ name }) => name));
  const organisers = new Set(certificate?.organisers);
  // A partner of the highest degree of cooperation is one of the bodies above.
  const partners = record.partners.map(({ name }) => name).filter((name) => !bodies.has(name));
  const line = (key: 'organisers' | 'cooperation', names: readonly string[]) =>
    names.length ? [formats.map((in_) => in_.say(`certificate.${key}`, { partners: in_.list(names) }))] : [];
  const { supervisedBy } = record;
  return [
    ...line(
      'organisers',
      partners.filter((name) => organisers.has(name)),
    ),
    ...line(
      'cooperation',
      partners.filter((name) => !organisers.has(name)),
    ),
    ...(supervisedBy
      ? [formats.map((in_) => in_.say('certificate.supervision', { supervisor: in_.of(supervisedBy) }))]
      : []),
  ];
}
