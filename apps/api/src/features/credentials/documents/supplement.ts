import { isIllustrative, percentOf, workloadKinds } from '@libretto/domain';
import type { KeyBelow, Say } from '@libretto/language';
import { nameOf, organisersAndPartners, type Printing, qualificationOf } from './printing';
import type { AwardSnapshot } from '../award/award-snapshot';
import type { LocaleFormat } from './locale-format';

/** `made` marks what no source of the programme says. */
type Row = { label: string; made: boolean } & ({ paragraphs: string[] } | { items: string[] });

/**
 * The supplement in one language: the fields of a professional course's certificate and the elements of Annex I of the
 * Council Recommendation of 16 June 2022. A fact that the programme does not state has no row.
 */
export function supplementOf(printing: Printing, in_: LocaleFormat) {
  const { record, illustrative = [] } = printing.snapshot;
  const say: Words = (key, values) => in_.say(`certificate.supplement.${key}`, values);
  const rows = rowsIn(say, (path) => isIllustrative({ illustrative }, `${path}.${in_.language}`));
  const sections = [holder, qualification, study, award, verification].map((section) =>
    section(printing, { in_, say, ...rows }),
  );
  return {
    language: in_.language,
    region: in_.region,
    title: say('title'),
    subtitle: in_.of(qualificationOf(record)),
    footer: say('footer', { learner: nameOf(record), address: printing.address }),
    sections,
    made: sections.some(({ rows }) => rows.some(({ made }) => made)) ? say('illustrative') : null,
  };
}

type Words = Say<KeyBelow<'certificate.supplement'>>;
type RowKey = KeyBelow<'certificate.supplement'>;
type Section = (
  printing: Printing,
  with_: { in_: LocaleFormat; say: Words } & ReturnType<typeof rowsIn>,
) => { title: string; rows: Row[] };

/** The parts of a programme that a row shows, as its file spells them. */
const sources: Partial<Record<RowKey, readonly string[]>> = {
  'qualification-name': ['qualification'],
  kind: ['certificate.heading'],
  level: ['level.eqf', 'level.cycle', 'level.nqf'],
  outcomes: ['outcomes.text'],
  'other-qualifications': ['otherQualifications'],
  stackability: ['stackability.kind'],
  'course-name': ['title'],
  participation: ['participation'],
  languages: ['languages'],
  length: ['months'],
  workload: ['workload.ects', 'workload.hours'],
  modules: ['modules.title', 'modules.mode'],
  prerequisites: ['admission.criteria.statement'],
  assessment: ['assessment.type', 'projectWork.title'],
  supervised: ['assessment.supervision'],
  bodies: ['awardingBodies.name', 'awardingBodies.status'],
  'bodies-jointly': ['awardingBodies.name', 'awardingBodies.status'],
  organisers: ['partners.name', 'partners.role', 'partners.cooperation', 'partners.organises'],
  partners: ['partners.name', 'partners.role', 'partners.cooperation'],
  supervisor: ['supervision'],
  'quality-assurance': ['qualityAssurance'],
  registered: ['certificate.registered'],
  further: ['furtherInformation'],
};

function rowsIn(say: Words, isMade: (path: string) => boolean) {
  const labelled = (key: RowKey) => ({ label: say(key), made: (sources[key] ?? []).some(isMade) });
  return {
    /** A row with its texts, or no row if there are none. */
    row(key: RowKey, ...texts: (string | number | false | undefined)[]): Row[] {
      const paragraphs = texts.filter((text) => typeof text === 'string' && text !== '') as string[];
      return paragraphs.length ? [{ ...labelled(key), paragraphs }] : [];
    },
    items: (key: RowKey, texts: readonly string[]): Row[] =>
      texts.length ? [{ ...labelled(key), items: [...texts] }] : [],
  };
}

const holder: Section = ({ snapshot: { record } }, { in_, say, row }) => ({
  title: say('holder'),
  rows: [
    ...(record.learner.familyName ? [row('family-name', record.learner.familyName)] : []),
    row('given-name', record.learner.givenName),
    row('birth-date', in_.date(record.learner.dateOfBirth)),
  ].flat(),
});

const qualification: Section = ({ snapshot: { record, certificate } }, { in_, say, row, items }) => {
  const { eqf, nqf, cycle } = record.level;
  const { stackability } = record;
  return {
    title: say('qualification'),
    rows: [
      row('qualification-name', in_.of(qualificationOf(record))),
      row('kind', certificate?.heading ? in_.of(certificate.heading) : say('kind-text')),
      row(
        'level',
        say('level-text', { eqf }),
        cycle && say('cycle', { cycle }),
        nqf !== undefined && say('nqf', { nqf: String(nqf) }),
      ),
      items(
        'outcomes',
        record.outcomes.map(({ text }) => in_.of(text)),
      ),
      row(
        'other-qualifications',
        record.otherQualifications ? in_.of(record.otherQualifications) : say('other-qualifications-none'),
      ),
      row(
        'stackability',
        stackability &&
          (stackability.kind === 'stackable' ? say('stackable', { path: stackability.path }) : say('stand-alone')),
      ),
    ].flat(),
  };
};

const study: Section = ({ snapshot: { record, recordedMinutes, months } }, { in_, say, row, items }) => {
  const { minutes, ects } = record.workload;
  const hours = Math.round(minutes / 60);
  return {
    title: say('study'),
    rows: [
      row('course-name', in_.of(record.title)),
      row(
        'edition',
        record.edition &&
          say('edition-text', {
            name: record.edition.name,
            dates: in_.dates(record.edition.startsOn, record.edition.endsOn),
          }),
      ),
      row('participation', say(`forms.${record.participation}`)),
      row('languages', record.languages?.length && in_.list(record.languages.map(in_.languageName))),
      row('length', say('length-text', { months })),
      row(
        'workload',
        ects ? say('workload-text', { ects, hours, perCredit: minutes / 60 / ects }) : in_.duration(minutes),
      ),
      row(
        'recorded',
        ...workloadKinds
          .filter((kind) => recordedMinutes[kind])
          .map((kind) =>
            say('recorded-text', { kind: say(`kinds.${kind}`), duration: in_.duration(recordedMinutes[kind] ?? 0) }),
          ),
      ),
      items(
        'modules',
        (record.modules ?? []).map(({ title, mode }) =>
          say('module-text', { title: in_.of(title), mode: say(`modes.${mode}`) }),
        ),
      ),
      items('prerequisites', (record.prerequisites ?? []).map(in_.of)),
      row('assessment', in_.of(record.assessment.type), record.assessment.work && in_.of(record.assessment.work)),
      row('supervised', say(`supervisions.${record.assessment.supervision}`)),
      row(
        'result',
        ...(record.grades?.map(({ work, grade, late }) =>
          say(late ? 'result-late-grade' : 'result-grade', { work: in_.of(work), grade, ...late }),
        ) ?? [record.assessment.grade ?? say('result-passed')]),
      ),
      row('grade-scale', ...(record.grades ?? []).map((one) => scaleIn(one, in_, say))),
      row('distribution', ...(record.grades ?? []).flatMap((one) => distributionIn(one, in_, say))),
    ].flat(),
  };
};

type Grade = NonNullable<Printing['snapshot']['record']['grades']>[number];

const scaleIn = ({ work, scale: { grades, passFrom } }: Grade, in_: LocaleFormat, say: Words): string =>
  say('grade-scale-text', { work: in_.of(work), best: grades[0], worst: grades.at(-1), pass: passFrom });

function distributionIn({ work, distribution }: Grade, in_: LocaleFormat, say: Words): string[] {
  if (!distribution) return [];
  const { people, grades } = distribution;
  const shares = grades.map((share) => say('share', { grade: share.grade, percent: percentOf(share.people, people) }));
  return [
    say('distribution-text', { work: in_.of(work), shares: shares.join(', ') }),
    say('distribution-people', { people }),
  ];
}

const award: Section = ({ snapshot }, { in_, say, row }) => ({
  title: say('awarding'),
  rows: [
    row(
      snapshot.record.awardingBodies.length > 1 ? 'bodies-jointly' : 'bodies',
      ...snapshot.record.awardingBodies.map(({ name, country, status }) =>
        say('body-text', { name, country: in_.country(country), status: in_.of(status) }),
      ),
    ),
    row('organisers', ...partnersIn(organisersAndPartners(snapshot).organisers, in_, say)),
    row('partners', ...partnersIn(organisersAndPartners(snapshot).partners, in_, say)),
    row('supervisor', snapshot.record.supervisedBy && in_.of(snapshot.record.supervisedBy)),
    row('quality-assurance', in_.of(snapshot.record.qualityAssurance)),
    row('issued', in_.date(snapshot.record.awardedAt)),
  ].flat(),
});

const partnersIn = (partners: AwardSnapshot['record']['partners'], in_: LocaleFormat, say: Words): string[] =>
  partners.map(({ name, country, role, cooperation }) =>
    say('partner-text', {
      name,
      country: in_.country(country),
      role: in_.of(role),
      cooperation: String(cooperation),
    }),
  );

const verification: Section = (
  { snapshot: { record, certificate, registerNumber }, address, isCorrection },
  { in_, say, row },
) => ({
  title: say('verification'),
  rows: [
    row('number', registerNumber),
    row('verify', say('verify-text', { address })),
    row('registered', certificate?.registered && in_.of(certificate.registered)),
    row('correction', isCorrection && say('correction-text')),
    row('approach', say('approach-text')),
    row('further', record.furtherInformation && in_.of(record.furtherInformation)),
  ].flat(),
});
