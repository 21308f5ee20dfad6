import type { FormField } from '@libretto/contracts';
import type { ApplicationForm, Row, SimpleAnswer } from '@libretto/domain';
import { wordAnswer, type KeyBelow } from '@libretto/language';
import type { Part } from './section';
import type { Wording } from './wording';

/** A form for reading: empty fields are left out. */
export function answerRows(form: ApplicationForm, wording: Wording): Part[] {
  const { say, inWords, field } = wording;
  const text = (key: 'motivation' | 'exceptionalConditions'): Part[] =>
    form[key] ? [{ kind: 'text', title: field(key), text: form[key] }] : [];
  const table = (key: string, heads: KeyBelow<'admissions.form'>[], rows: string[][]): Part[] =>
    rows.length
      ? [{ kind: 'table', title: field(key), heads: heads.map((head) => say(`admissions.form.${head}`)), rows }]
      : [];
  return [
    ...table(
      'degrees',
      ['title', 'awarded-by', 'country', 'eqf-level', 'year'],
      form.degrees.map(({ title, institution, country, eqfLevel, year }) => [
        title,
        institution,
        inWords.country(country),
        `EQF ${eqfLevel}`,
        String(year),
      ]),
    ),
    ...table(
      'posts',
      ['employer', 'role', 'from', 'until'],
      form.posts.map(({ employer, role, from, until }) => [
        employer,
        role,
        from,
        until ?? say('admissions.contents.today'),
      ]),
    ),
    ...table(
      'languages',
      ['language', 'cefr'],
      form.languages.map(({ language, level }) => [inWords.language(language), level]),
    ),
    ...text('motivation'),
    ...text('exceptionalConditions'),
    ...table(
      'referees',
      ['referee-name', 'referee-email'],
      form.referees.map(({ name, email }) => [name, email]),
    ),
    ...wording.fields.flatMap((own) => ownAnswer(own, form, wording)),
  ];
}

function ownAnswer(own: FormField, { answers }: ApplicationForm, wording: Wording): Part[] {
  const answer = answers[own.id];
  if (answer === undefined || own.kind === 'file') return [];
  const title = wording.inWords.texts(own.label);
  if (own.kind !== 'group')
    return [{ kind: 'text', title, text: wordAnswer(wording.language, own, answer as SimpleAnswer) }];
  const heads = own.fields.map(({ label }) => wording.inWords.texts(label));
  return [
    {
      kind: 'table',
      title,
      heads,
      rows: (answer as Row[]).map((row) =>
        own.fields.map((column) => wordAnswer(wording.language, column, row[column.id])),
      ),
    },
  ];
}
