import { percentOf } from '@libretto/domain';
import type { KeyBelow, SentenceKey } from '@libretto/language';
import type { AwardGrade, Texts } from './award/award-record';
import { fullName } from './verification/contents';
import type { Receipt } from './receipt/receipt';
import { isSigned } from './findings/verification';
import type { Check, Contents, Verdict, Verification } from './findings/verification';
import { claimRows } from './words-for-claims';
import { countryIn, dayIn, european, instantIn, languageIn, type Row, type Tongue } from './words-for-values';

export interface SaidVerdict {
  readonly word: string;
  readonly meaning: string;
}

export const sayVerdict = (verdict: Verdict, { say }: Tongue): SaidVerdict => ({
  word: say(`verification.verdicts.${verdict}.word`),
  meaning: say(`verification.verdicts.${verdict}.meaning`),
});

/** The issuer, and why it can be believed: shown beside the verdict if a signature was found good. */
export function sayTrust({ checks }: Verification, tongue: Tongue): string | undefined {
  const trust = checks.find(({ name, code }) => name === 'trust' && code !== 'signature-first');
  return trust && sayCheck(trust, tongue).sentence;
}

export type { Row, Tongue } from './words-for-values';
export { receiptFragment } from './receipt/receipt';
export { isSigned } from './findings/verification';

/** What of a file was verified: what it carries, not what it shows. */
export const sourceOf = ({ receipt }: Verification, source: 'pdf' | 'image') =>
  receipt && source === 'pdf'
    ? ('verification.receipt.from-pdf' as const)
    : (`verification.contents.from-${source}` as const);

/** What stands above the contents: whether somebody signed them decides it. */
export function titleOf(verification: Verification) {
  if (!isSigned(verification)) return 'verification.contents.not-trusted' as const;
  return verification.receipt ? ('verification.receipt.title' as const) : ('verification.contents.title' as const);
}

export interface SaidCheck {
  readonly title: string;
  readonly outcome: string;
  readonly sentence: string;
}

/** One check in plain words. */
export function sayCheck({ name, outcome, code, data }: Check, tongue: Tongue): SaidCheck {
  const { say } = tongue;
  const values = Object.entries(data).map(([key, value]) => [key, wordsOf(key, value, tongue)] as const);
  return {
    title: say(`verification.checks.${name}.title`),
    outcome: say(`verification.outcomes.${outcome}`),
    sentence: say(`verification.checks.${name}.${code}` as SentenceKey, {
      since: 'unknown',
      by: 'unknown',
      ...Object.fromEntries(values),
    }),
  };
}

const instants = new Set(['from', 'until', 'since', 'signedAt', 'asked']);

function wordsOf(key: string, value: Check['data'][string], { language, say }: Tongue): string {
  if (instants.has(key)) return instantIn(language, String(value));
  if (key === 'born') return dayIn(language, String(value));
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const elements = value.map((element) => say(`verification.elements.${element as KeyBelow<'verification.elements'>}`));
  return new Intl.ListFormat(language).format(elements);
}

/** The contents of a credential, line by line, in the reader's language if it has that and in English otherwise. */
export function sayContents(contents: Contents, tongue: Tongue): Row[] {
  if (contents.claims) return claimRows(contents.claims, tongue);
  const rows = contents.award ? awardRows(contents.award, tongue) : badgeRows(contents, tongue);
  return rows.flatMap(([key, ...values]) => {
    const said = values.flat().filter((value): value is string => Boolean(value));
    return said.length > 0 ? [{ label: tongue.say(`verification.contents.${key}`), values: said }] : [];
  });
}

/** What stands in what was verified, line by line, whether it is a credential or a receipt. */
export function sayVerified({ contents, receipt }: Verification, tongue: Tongue): Row[] {
  if (contents) return sayContents(contents, tongue);
  return receipt ? sayReceipt(receipt, tongue) : [];
}

/** What a receipt states, line by line. */
export function sayReceipt(receipt: Receipt, { language, say }: Tongue): Row[] {
  const said = (key: KeyBelow<'verification.receipt'>, values: Record<string, unknown> = {}) =>
    say(`verification.receipt.${key}`, values);
  const bytes = new Intl.NumberFormat(european(language));
  const hash = ({ sha256 }: { readonly sha256: string }) => said('sha256', { sha256 });
  const rows: readonly (readonly [KeyBelow<'verification.receipt'>, ...(string | null | undefined)[]])[] = [
    ['work', receipt.work],
    ['course', [receipt.course, receipt.edition].filter(Boolean).join(', ')],
    ['group', receipt.group],
    ['by', receipt.by],
    ['at', instantIn(language, receipt.at, receipt.zone), said(receipt.isLate ? 'late' : 'in-time')],
    ['version', said('version-value', { version: receipt.version, attempt: receipt.attempt })],
    [
      'files',
      ...receipt.files.flatMap((file) => [
        said('file-value', { name: file.name, bytes: bytes.format(file.bytes) }),
        hash(file),
      ]),
    ],
    ['links', ...receipt.links],
    ['text', receipt.text && hash(receipt.text)],
    ['statement', receipt.statement],
  ];
  return rows.flatMap(([key, ...values]) => {
    const there = values.filter((value): value is string => Boolean(value));
    return there.length > 0 ? [{ label: said(key), values: there }] : [];
  });
}

export const textIn = (language: string, texts: string | Texts): string =>
  typeof texts === 'string' ? texts : (texts[language] ?? texts.en);

type Draft = readonly [key: KeyBelow<'verification.contents'>, ...values: (string | undefined | readonly string[])[]];

const badgeRows = ({ holder, issuer, title, validFrom }: Contents, { language }: Tongue): Draft[] => [
  ['holder', holder],
  ['qualification', textIn(language, title)],
  ['awarding-bodies', issuer],
  ['issued', validFrom && instantIn(language, validFrom)],
];

function awardRows(award: NonNullable<Contents['award']>, { language, say }: Tongue): Draft[] {
  const said = (key: KeyBelow<'verification.contents'>, values: Record<string, unknown>) =>
    say(`verification.contents.${key}`, values);
  const text = (texts: Texts | undefined) => texts && textIn(language, texts);
  const country = (code: string) => countryIn(language, code);
  const { workload, level, assessment, stackability } = award;
  const distributionIn = ({ work, distribution }: AwardGrade): string[] =>
    distribution
      ? [
          said('distribution-value', {
            work: textIn(language, work),
            people: distribution.people,
            shares: distribution.grades
              .map(({ grade, people }) => `${grade}: ${percentOf(people, distribution.people)}%`)
              .join(', '),
          }),
        ]
      : [];
  return [
    ['holder', fullName(award)],
    ['born', dayIn(language, award.learner.dateOfBirth)],
    ['qualification', text(award.qualification ?? award.title)],
    ['course', award.qualification && text(award.title)],
    [
      'awarding-bodies',
      award.awardingBodies.map((body) => `${body.name} (${text(body.status)}, ${country(body.country)})`),
    ],
    [
      'partners',
      (award.partners ?? []).map(
        ({ name, role, cooperation }) =>
          `${name} (${text(role)}; ${say(`verification.contents.cooperation.${cooperation}`)})`,
      ),
    ],
    ['issued', dayIn(language, award.awardedAt.slice(0, 10))],
    ['country', country(award.country)],
    ['outcomes', award.outcomes.map((outcome) => textIn(language, outcome.text))],
    ['workload', said('workload-value', { hours: Math.round(workload.minutes / 60), ects: workload.ects ?? 'none' })],
    [
      'level',
      said('level-value', { eqf: String(level.eqf), nqf: String(level.nqf ?? 'none'), cycle: level.cycle ?? 'none' }),
    ],
    [
      'assessment',
      text(assessment.type),
      text(assessment.work),
      say(`verification.contents.supervisions.${assessment.supervision}`),
    ],
    [
      'result',
      award.grades?.length
        ? award.grades.map(({ work, grade, late, scale }) =>
            said(late ? 'late-grade-value' : 'grade-value', {
              ...late,
              work: textIn(language, work),
              grade,
              best: scale.grades[0] ?? '',
              pass: scale.passFrom,
            }),
          )
        : (assessment.grade ?? say('verification.contents.passed')),
    ],
    ['distribution', award.grades?.flatMap(distributionIn)],
    ['participation', say(`verification.contents.forms.${award.participation}`)],
    ['quality-assurance', text(award.qualityAssurance)],
    [
      'stackability',
      stackability &&
        say(`verification.contents.stackings.${'path' in stackability ? stackability.path : stackability.kind}`),
    ],
    ['languages', award.languages?.map((code) => languageIn(language, code))],
    ['prerequisites', award.prerequisites?.map((texts) => textIn(language, texts))],
    ['further', text(award.furtherInformation)],
  ];
}
