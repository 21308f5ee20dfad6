import { plain } from '../../text';
import { isSame } from '../../canonical';
import { type Refusal, refuse } from '../../refusal';
import { acceptedBy, hasOptions, type SelfTest, type TestQuestion, type Texts } from './self-test';

/** Something that a test lacks, for its author. */
export interface TestCheck {
  readonly what: TestFault | 'no-translation' | 'no-feedback' | 'always-passed';
  /** The number of the question, from 1; `null` for the test itself. */
  readonly question: number | null;
  /** The language that is missing. */
  readonly language?: string;
}

/** With these nobody could answer rightly: the test is not published with them. */
const testFaults = [
  'no-title',
  'no-questions',
  'draws-too-many',
  'no-text',
  'too-few-options',
  'empty-option',
  'same-options',
  'no-right-answer',
  'several-right',
] as const;
export type TestFault = (typeof testFaults)[number];

export const isTestFault = ({ what }: TestCheck): boolean => testFaults.some((fault) => fault === what);

/** The faults of a test and advice for it: of the test itself first, then of its questions in their order. */
export function checksFor(test: SelfTest, languages: readonly string[]): TestCheck[] {
  const { title, introduction, settings, questions } = test;
  return [
    ...found(null, {
      'no-title': !isSaid(title),
      'no-questions': !questions.length,
      'draws-too-many': (settings.draw ?? 0) > questions.length,
      'always-passed': settings.passPercent === 0,
    }),
    ...missing(null, [title, introduction], languages),
    ...questions.flatMap((question, at) => [
      ...found(at + 1, faultsOfQuestion(question)),
      ...missing(at + 1, textsOf(question), languages),
    ]),
  ];
}

function faultsOfQuestion(question: TestQuestion): Partial<Record<TestCheck['what'], boolean>> {
  const { kind, text, feedback, options } = question;
  const right = options.filter(({ isRight }) => isRight).length;
  const isChosen = kind === 'choice' || kind === 'choices';
  return {
    'no-text': !isSaid(text),
    'too-few-options': hasOptions(question) && options.length < 2,
    'empty-option':
      hasOptions(question) && options.some((one) => !isSaid(one.text) || (kind === 'match' && !isSaid(one.match))),
    'same-options': hasOptions(question) && isRepeated(options.map((one) => one.text)),
    'no-right-answer':
      (isChosen && right === 0) ||
      (kind === 'number' && question.value === null) ||
      (kind === 'text' && !acceptedBy(question).length),
    'several-right': kind === 'choice' && right > 1,
    'no-feedback': !isSaid(feedback) && !options.some((one) => isSaid(one.feedback)),
  };
}

const found = (question: number | null, faults: Partial<Record<TestCheck['what'], boolean>>): TestCheck[] =>
  Object.entries(faults).flatMap(([what, isSo]) => (isSo ? [{ what: what as TestCheck['what'], question }] : []));

/** Languages in which a text is missing that another one has. */
const missing = (question: number | null, all: readonly Texts[], languages: readonly string[]): TestCheck[] =>
  languages
    .filter((language) => all.some((texts) => isSaid(texts) && !texts[language]?.trim()))
    .map((language) => ({ what: 'no-translation', question, language }));

const textsOf = ({ kind, text, feedback, options, accepted }: TestQuestion): Texts[] => [
  text,
  feedback,
  ...(kind === 'text' ? [accepted] : []),
  ...(hasOptions({ kind })
    ? options.flatMap((one) => [one.text, one.feedback, ...(kind === 'match' ? [one.match] : [])])
    : []),
];

const isSaid = (texts: Texts): boolean => Object.values(texts).some((text) => text.trim());

/** Whether two of several texts read the same in some language. */
const isRepeated = (all: readonly Texts[]): boolean =>
  [...new Set(all.flatMap((texts) => Object.keys(texts)))].some((language) => {
    const said = all.map((texts) => plain(texts[language] ?? '')).filter(Boolean);
    return new Set(said).size < said.length;
  });

/** The draft as it goes out, or why it does not. */
export function publishSelfTest(draft: SelfTest, published: SelfTest | null): SelfTest | Refusal {
  const faults = checksFor(draft, []).filter(isTestFault);
  if (faults.length) return refuse('modules.self-test-not-ready', { faults: faults.length });
  return isSame(draft, published) ? refuse('modules.self-test-unchanged') : draft;
}
