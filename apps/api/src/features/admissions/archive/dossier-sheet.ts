import { nameToSave } from '../../../platform/files/file-name';
import type { Extent } from '../../../platform/pdf/pdf-merger';
import type { DossierRecord } from './dossier-record';
import { appealInWords, courseOfThings, dossierInWords, lettersInWords, returnsInWords } from './dossier-sections';
import { deliberationInWords, rulingInWords } from './deliberation-sections';
import type { Wording } from './wording';

/** Evidence, its extent as the merger reports it, and the place of its original: in the book, or beside it. */
export interface Exhibit {
  readonly number: number;
  readonly evidence: DossierRecord['evidence'][number];
  readonly look: Extent | { readonly fault: 'too-large' };
  readonly original: 'attached' | 'beside';
}

/** All data that the template sets. The template itself finds the page on which each piece of evidence begins. */
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
      heads: (['number', 'file', 'size', 'page'] as const).map((head) =>
        say(`admissions.bound-dossier.evidence-${head}`),
      ),
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
    leaves: exhibits.map((exhibit) => ({
      number: exhibit.number,
      title: say('admissions.bound-dossier.exhibit', { number: exhibit.number, name: exhibit.evidence.file.name }),
      pages: 'pages' in exhibit.look ? exhibit.look.pages : [],
      why: 'fault' in exhibit.look ? say(`admissions.bound-dossier.not-shown.${exhibit.look.fault}`) : '',
      original: originalInWords(exhibit, wording),
    })),
  };
}

function exhibitRow(exhibit: Exhibit, wording: Wording) {
  const { number, evidence, look } = exhibit;
  const { say, inWords, fields, at } = wording;
  const { file, kind, fieldId, addedAt, standing } = evidence;
  const own = fields.find(({ id }) => id === fieldId);
  const what = own ? inWords.texts(own.label) : say(`admissions.evidence.${kind}`);
  const added = say('admissions.bound-dossier.added', { day: at(addedAt) });
  const before = standing === 'gone' ? [say('admissions.bound-dossier.earlier')] : [];
  return {
    number,
    name: file.name,
    what: [what, added, ...before].join(' · '),
    original: originalInWords(exhibit, wording),
    sha256: file.sha256,
    size: say('admissions.bound-dossier.kilobytes', { kilobytes: Math.max(1, Math.round(file.bytes / 1024)) }),
    pages: 'pages' in look ? look.pages.length : 1,
  };
}

/** The place of the original; for an envelope also that its signature was not judged. */
function originalInWords(exhibit: Exhibit, { say }: Wording): string {
  const where = say(`admissions.bound-dossier.original.${exhibit.original}`, { name: originalAs(exhibit) });
  const isEnvelope = exhibit.evidence.file.type === 'application/pkcs7-mime';
  return isEnvelope ? `${where} ${say('admissions.bound-dossier.original.envelope')}` : where;
}

/** The name of an original: its number comes first, so that two files with the same name stay two. */
export const originalAs = ({ number, evidence }: Exhibit): string =>
  `${String(number).padStart(2, '0')} ${nameToSave(evidence.file)}`;
