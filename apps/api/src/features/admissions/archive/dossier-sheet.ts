import type { Look } from '../../../platform/pdf/pdf-bindery';
import type { DossierRecord } from './dossier-record';
import { appealInWords, courseOfThings, deliberationInWords, dossierInWords, lettersInWords, returnsInWords, rulingInWords } from './dossier-sections';
import type { Wording } from './wording';

/** Evidence beside what the bindery said of it. */
export interface Exhibit {
  readonly number: number;
  readonly evidence: DossierRecord['evidence'][number];
  readonly look: Look;
}

/** Everything that the template sets. The page on which each piece of evidence begins is the template’s to find. */
export function dossierSheet(record: DossierRecord, exhibits: readonly Exhibit[], wording: Wording, boundAt: Date) {
  const { say, inWords, at } = wording;
  const { person, edition } = record;
  const programme = inWords.texts(edition.definition.title);
  const [year, month, day] = boundAt.toISOString().slice(0, 10).split('-').map(Number);
  return {
    language: wording.language,
    title: say('admissions.bound-dossier.title', { name: person.name, edition: edition.name }),
    author: edition.definition.awardingBodies.map(({ name }) => name),
    date: { year, month, day },
    over: `${programme}, ${edition.name}`,
    heading: say('admissions.bound-dossier.heading', { name: person.name }),
    subtitle: say('admissions.bound-dossier.bound', { day: at(boundAt), zone: edition.timeZone }),
    footer: say('admissions.bound-dossier.title', { name: person.name, edition: edition.name }),
    contents: say('admissions.bound-dossier.contents'),
    note: say('admissions.bound-dossier.note'),
    evidence: {
      title: say('admissions.bound-dossier.evidence'),
      none: say('admissions.bound-dossier.no-evidence'),
      heads: ['number', 'file', 'size', 'page'].map((head) => say(`admissions.bound-dossier.evidence-${head}`)),
      rows: exhibits.map((exhibit) => exhibitRow(exhibit, wording)),
    },
    sections: [
      courseOfThings(record, wording),
      ...record.rulings.map((ruling) => rulingInWords(record, ruling, wording)),
      ...appealInWords(record, wording),
      lettersInWords(record, wording),
      ...returnsInWords(record, wording),
      dossierInWords(record, wording),
      ...deliberationInWords(record, wording),
    ],
    leaves: exhibits.flatMap(({ number, evidence, look }) =>
      'pages' in look ? [{ number, title: say('admissions.bound-dossier.exhibit', { number, name: evidence.file.name }), pages: look.pages }] : [],
    ),
  };
}

function exhibitRow({ number, evidence, look }: Exhibit, { say, inWords, fields, at }: Wording) {
  const { file, kind, fieldId, addedAt, standing } = evidence;
  const own = fields.find(({ id }) => id === fieldId);
  const what = own ? inWords.texts(own.label) : say(`admissions.evidence.${kind}`);
  const added = say('admissions.bound-dossier.added', { day: at(addedAt) });
  const before = standing === 'gone' ? [say('admissions.bound-dossier.earlier')] : [];
  return {
    number,
    name: file.name,
    what: [what, file.type, added, ...before].join(' · '),
    sha256: file.sha256,
    size: say('admissions.bound-dossier.kilobytes', { kilobytes: Math.max(1, Math.round(file.bytes / 1024)) }),
    pages: 'pages' in look ? look.pages.length : 0,
    where: 'fault' in look ? say(`admissions.bound-dossier.attached.${look.fault}`, { name: attachedAs(number, file.name) }) : '',
  };
}

/** Under which name a file is attached: its number comes first, so that two of one name stay two. */
export const attachedAs = (number: number, name: string): string => `${String(number).padStart(2, '0')} ${name}`;
