import type { Texts } from '@libretto/credentials';
import {
  type CertificateDesign,
  type DocumentLanguage,
  isIllustrative,
  usualDocumentLanguages,
} from '@libretto/domain';
import type { KeyBelow, Say } from '@libretto/language';
import { toString as codeOf } from 'qrcode';
import type { AwardSnapshot } from '../award/award-snapshot';
import { type LocaleFormat, localeFormat } from './locale-format';
import { fileOfPicture } from './pictures-of-document';
import { nameOf, organisersAndPartners, type Printing, qualificationOf } from './printing';
import { supplementOf } from './supplement';

export const designOf = ({ certificate }: AwardSnapshot): CertificateDesign => certificate?.design ?? 'classic';

/**
 * The data of the template, worded in the languages of the certificate: the same award always gives the same sheet. Each
 * text is a list, in the order of these languages.
 */
export async function certificateSheet(printing: Printing, sayIn: (language: DocumentLanguage) => Say) {
  const { snapshot, address, credential, isSample } = printing;
  const { record, certificate } = snapshot;
  const languages = certificate?.languages ?? usualDocumentLanguages;
  const formats = languages.map((language) => localeFormat(language, sayIn(language)));
  const [first] = formats as [LocaleFormat];
  const learner = nameOf(record);
  const [year, month, day] = record.awardedAt.slice(0, 10).split('-').map(Number);
  return {
    design: designOf(snapshot),
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
  const say = (key: KeyBelow<'certificate'>, values?: Record<string, unknown>) =>
    each((in_) => in_.say(`certificate.${key}`, values));
  const { marked, made } = marking(snapshot, formats);
  const of = (texts: Texts, ...paths: string[]) => marked(paths, (in_) => in_.of(texts));
  const picture = (name: string | undefined, alt: string) =>
    name === undefined ? null : { file: fileOfPicture(name), alt };
  const place = signatories[0]?.place ?? certificate?.place;
  const placePath = signatories[0] ? 'awardingBodies.signatory.place' : 'certificate.place';
  const qualification = record.qualification ? 'qualification' : 'title';
  const fact = (value: number, key: KeyBelow<'certificate.facts'>, path: string) => ({
    value: String(value),
    label: marked([path], (in_) => in_.say(`certificate.facts.${key}`)),
  });
  return {
    jointly: record.awardingBodies.length > 1 ? say('jointly') : null,
    bodies: record.awardingBodies.map(({ name, status }) => ({
      name,
      status: of(status, 'awardingBodies.status'),
      logo: picture(certificate?.logos?.[name], name),
    })),
    beside: besideTheBodies(snapshot, formats, marked),
    partners: organisersAndPartners(snapshot).organisers.flatMap(({ name }) => {
      const logo = picture(certificate?.logos?.[name], name);
      return logo ? [logo] : [];
    }),
    logo: picture(certificate?.logo, formats[0]?.of(record.title) ?? ''),
    seal: picture(certificate?.seal, say('seal')[0] ?? ''),
    kind: certificate?.heading ? of(certificate.heading, 'certificate.heading') : say('kind'),
    number: registerNumber ? say('number', { number: registerNumber }) : null,
    opening: say('opening'),
    learner: nameOf(record),
    born: each((in_) => in_.say('certificate.born', { date: in_.date(record.learner.dateOfBirth) })),
    earned: say('earned'),
    qualification: of(qualificationOf(record), qualification),
    facts: [
      fact(record.level.eqf, 'eqf', 'level.eqf'),
      ...(record.workload.ects ? [fact(record.workload.ects, 'ects', 'workload.ects')] : []),
      fact(Math.round(record.workload.minutes / 60), 'hours', 'workload.hours'),
      ...(record.modules ? [fact(record.modules.length, 'modules', 'modules')] : []),
    ],
    signed: marked(place ? [placePath] : [], (in_) => {
      const date = in_.date(record.awardedAt);
      return place ? in_.say('certificate.signed', { place: in_.of(place), date }) : date;
    }),
    signatories: signatories.map(({ name, capacity, body, signature }) => ({
      name,
      role: marked(['awardingBodies.signatory.name', 'awardingBodies.signatory.capacity'], (in_) =>
        in_.say('certificate.signatory', { capacity: in_.of(capacity), body }),
      ),
      signature: picture(signature, name),
    })),
    code: say('code', { address })[0],
    check: say('check'),
    address: address.replace(/^https?:\/\//, ''),
    made: made() ? say('supplement.illustrative') : null,
  };
}

type Marked = (paths: readonly string[], words: (format: LocaleFormat) => string) => string[];

/** Words with a star where the value at one of their paths is illustrative, and whether there was one. */
function marking({ illustrative = [] }: AwardSnapshot, formats: readonly LocaleFormat[]) {
  let isAny = false;
  const marked: Marked = (paths, words) =>
    formats.map((in_) => {
      if (!paths.some((path) => isIllustrative({ illustrative }, `${path}.${in_.language}`))) return words(in_);
      isAny = true;
      return `${words(in_)}\u00a0*`;
    });
  return { marked, made: () => isAny };
}

/** Who stands beside the awarding bodies: who organises the course too, who cooperates, and who supervises. */
function besideTheBodies(snapshot: AwardSnapshot, formats: readonly LocaleFormat[], marked: Marked): string[][] {
  const { organisers, partners } = organisersAndPartners(snapshot);
  const line = (key: 'organisers' | 'cooperation', of: readonly { readonly name: string }[]) => {
    const names = of.map(({ name }) => name);
    return names.length ? [formats.map((in_) => in_.say(`certificate.${key}`, { partners: in_.list(names) }))] : [];
  };
  const { supervisedBy } = snapshot.record;
  return [
    ...line('organisers', organisers),
    ...line('cooperation', partners),
    ...(supervisedBy
      ? [marked(['supervision'], (in_) => in_.say('certificate.supervision', { supervisor: in_.of(supervisedBy) }))]
      : []),
  ];
}
