import type { KeyBelow, Say } from '@libretto/language';
import { workloadKinds } from '@libretto/domain';
import { nameOf, type Printing, qualificationOf } from './printing';
import type { LocaleFormat } from './locale-format';

type Row = { label: string; paragraphs: string[] } | { label: string; items: string[] };

/**
 * The supplement in one language: the fields of a professional course's certificate and the elements of Annex I of the
 * Council Recommendation of 16 June 2022. A fact that the programme does not state has no row.
 */
export function supplementOf(printing: Printing, in_: LocaleFormat) {
  const { record } = printing.snapshot;
  const say: Words = (key, values) => in_.say(`certificate.supplement.${key}`, values);
  return {
    language: in_.language,
    region: in_.region,
    title: say('title'),
    subtitle: in_.of(qualificationOf(record)),
    footer: say('footer', { learner: nameOf(record), address: printing.address }),
    sections: [holder, qualification, study, award, verification].map((section) => section(printing, in_, say)),
  };
}

type Words = Say<KeyBelow<'certificate.supplement'>>;
type Section = (printing: Printing, in_: LocaleFormat, say: Words) => { title: string; rows: Row[] };

const holder: Section = ({ snapshot: { record } }, in_, say) => ({
  title: say('holder'),
  rows: [
    ...(record.learner.familyName ? [row(say('family-name'), record.learner.familyName)] : []),
    row(say('given-name'), record.learner.givenName),
    row(say('birth-date'), in_.date(record.learner.dateOfBirth)),
  ].flat(),
});

const qualification: Section = ({ snapshot: { record } }, in_, say) => {
  const { eqf, nqf, cycle } = record.level;
  const { stackability } = record;
  return {
    title: say('qualification'),
    rows: [
      row(say('qualification-name'), in_.of(qualificationOf(record))),
      row(
        say('level'),
        say('level-text', { eqf }),
        cycle && say('cycle', { cycle }),
        nqf !== undefined && say('nqf', { nqf: String(nqf) }),
      ),
      items(
        say('outcomes'),
        record.outcomes.map(({ text }) => in_.of(text)),
      ),
      row(
        say('other-qualifications'),
        record.otherQualifications ? in_.of(record.otherQualifications) : say('other-qualifications-none'),
      ),
      row(
        say('stackability'),
        stackability &&
          (stackability.kind === 'stackable' ? say('stackable', { path: stackability.path }) : say('stand-alone')),
      ),
    ].flat(),
  };
};

const study: Section = ({ snapshot: { record, recordedMinutes, months } }, in_, say) => {
  const { minutes, ects } = record.workload;
  const hours = Math.round(minutes / 60);
  return {
    title: say('study'),
    rows: [
      row(say('course-name'), in_.of(record.title)),
      row(
        say('edition'),
        record.edition &&
          say('edition-text', {
            name: record.edition.name,
            from: in_.date(record.edition.startsOn),
            to: in_.date(record.edition.endsOn),
          }),
      ),
      row(say('participation'), say(`forms.${record.participation}`)),
      row(say('languages'), record.languages?.length && in_.list(record.languages.map(in_.languageName))),
      row(say('length'), say('length-text', { months })),
      row(
        say('workload'),
        ects ? say('workload-text', { ects, hours, perCredit: minutes / 60 / ects }) : in_.duration(minutes),
      ),
      row(
        say('recorded'),
        ...workloadKinds
          .filter((kind) => recordedMinutes[kind])
          .map((kind) =>
            say('recorded-text', { kind: say(`kinds.${kind}`), duration: in_.duration(recordedMinutes[kind] ?? 0) }),
          ),
      ),
      items(
        say('modules'),
        (record.modules ?? []).map(({ title, mode }) =>
          say('module-text', { title: in_.of(title), mode: say(`modes.${mode}`) }),
        ),
      ),
      items(say('prerequisites'), (record.prerequisites ?? []).map(in_.of)),
      row(say('assessment'), in_.of(record.assessment.type), record.assessment.work && in_.of(record.assessment.work)),
      row(say('supervised'), say(`supervisions.${record.assessment.supervision}`)),
      row(say('result'), record.assessment.grade ?? say('result-passed')),
    ].flat(),
  };
};

const award: Section = ({ snapshot: { record } }, in_, say) => ({
  title: say('awarding'),
  rows: [
    row(
      say('bodies'),
      ...record.awardingBodies.map(({ name, country, status }) =>
        say('body-text', { name, country: in_.country(country), status: in_.of(status) }),
      ),
    ),
    row(
      say('partners'),
      ...record.partners.map(({ name, country, role, cooperation }) =>
        say('partner-text', {
          name,
          country: in_.country(country),
          role: in_.of(role),
          cooperation: String(cooperation),
        }),
      ),
    ),
    row(say('supervisor'), record.supervisedBy && in_.of(record.supervisedBy)),
    row(say('quality-assurance'), in_.of(record.qualityAssurance)),
    row(say('issued'), in_.date(record.awardedAt)),
  ].flat(),
});

const verification: Section = ({ snapshot: { record }, address, isCorrection }, in_, say) => ({
  title: say('verification'),
  rows: [
    row(say('verify'), say('verify-text', { address })),
    row(say('correction'), isCorrection && say('correction-text')),
    row(say('approach'), say('approach-text')),
    row(say('further'), record.furtherInformation && in_.of(record.furtherInformation)),
  ].flat(),
});

/** A row with its texts, or no row if there are none. */
function row(label: string, ...texts: (string | number | false | undefined)[]): Row[] {
  const paragraphs = texts.filter((text) => typeof text === 'string' && text !== '') as string[];
  return paragraphs.length ? [{ label, paragraphs }] : [];
}

const items = (label: string, texts: readonly string[]): Row[] => (texts.length ? [{ label, items: [...texts] }] : []);
