import { questionKinds } from '@libretto/domain';
import * as z from 'zod/mini';
import { inMaterial } from './pages';
import { route } from './route';
import { selfTestDraft } from './self-test-parts';
import { changeOf, inLanguages, instant } from './shapes';
import { attemptWithQuestions, ownAttempts, rightAnswer, testAnswer, testOutcome } from './test-attempt-parts';

export const readSelfTest = route({
  summary: 'A self-test for its authors: its draft, and what was published',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/self-test',
  params: inMaterial,
  reply: z.object({
    moduleNumber: z.int(),
    /** The languages of the programme, its own first, and those in which the test has a title. */
    languages: z.array(z.string()),
    draft: selfTestDraft,
    /** Whether the draft says something else than what was published last. */
    isChanged: z.boolean(),
    published: z.nullable(z.object({ number: z.int(), publishedAt: instant, by: z.string() })),
    can: z.object({ change: z.boolean() }),
  }),
});
export type SelfTestForAuthors = z.infer<NonNullable<typeof readSelfTest.reply>>;

export const saveSelfTest = route({
  summary: 'Save the draft of a self-test',
  method: 'PUT',
  path: '/editions/:editionId/materials/:materialId/self-test',
  params: inMaterial,
  body: changeOf(selfTestDraft),
  reply: z.object({ stored: selfTestDraft }),
  refusals: ['common.changed-elsewhere', 'modules.self-test-too-long'],
});

export const publishSelfTest = route({
  summary: 'Publish the draft of a self-test as its next version; attempts that have begun stay with theirs',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/self-test/publish',
  params: inMaterial,
  reply: z.object({ number: z.int() }),
  refusals: ['modules.self-test-not-ready', 'modules.self-test-unchanged'],
});

export const readOwnAttempts = route({
  summary: 'A self-test for a participant: its terms, their attempts, and the one that is open',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/attempts',
  params: inMaterial,
  reply: ownAttempts,
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});

export const beginAttempt = route({
  summary: 'Begin to take a self-test, or go on with the attempt that is open',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/attempts',
  params: inMaterial,
  reply: attemptWithQuestions,
  refusals: ['modules.material-not-open', 'modules.material-opens-after', 'modules.attempts-used'],
});

const inAttempt = z.extend(inMaterial, { number: z.coerce.number() });
const questionId = z.string().check(z.maxLength(40));

export const readAttempt = route({
  summary: 'One’s own attempt at a self-test, with what was right once that is told',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/attempts/:number',
  params: inAttempt,
  reply: attemptWithQuestions,
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});

export const saveAnswers = route({
  summary: 'Save answers of an open attempt; those that are not named stay, `null` takes one back',
  method: 'PUT',
  path: '/editions/:editionId/materials/:materialId/attempts/:number/answers',
  params: inAttempt,
  body: z.object({ answers: z.record(questionId, z.nullable(testAnswer)) }),
  refusals: [
    'modules.material-not-open',
    'modules.material-opens-after',
    'modules.attempt-finished',
    'modules.answer-checked',
  ],
});

export const checkAnswer = route({
  summary: 'Check the answer to one question, which stays as it is from then on',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/attempts/:number/check',
  params: inAttempt,
  body: z.object({ questionId, answer: testAnswer }),
  /** With the answer that counted: another window may have been first. */
  reply: z.object({ answer: rightAnswer, outcome: testOutcome }),
  refusals: [
    'modules.material-not-open',
    'modules.material-opens-after',
    'modules.attempt-finished',
    'modules.feedback-at-the-end',
  ],
});

export const finishAttempt = route({
  summary: 'Hand in an attempt at a self-test; again, it answers the same',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/attempts/:number/finish',
  params: inAttempt,
  reply: attemptWithQuestions,
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});

export const readTestStatistics = route({
  summary: 'What first attempts at a self-test say of its questions, without names',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/self-test/statistics',
  params: inMaterial,
  reply: z.object({
    title: inLanguages,
    moduleNumber: z.int(),
    /** How many people have taken it, and how many of them have passed in some attempt. */
    people: z.int(),
    passed: z.int(),
    /** The mean of the first attempts, in percent. */
    mean: z.nullable(z.int()),
    questions: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(questionKinds),
        text: inLanguages,
        answered: z.int(),
        right: z.int(),
        mean: z.nullable(z.int()),
        /** The wrong answer that most gave: in words, one part in a line of options. `null` where no two gave the same. */
        wrong: z.nullable(z.object({ people: z.int(), options: z.array(inLanguages), typed: z.nullable(z.string()) })),
      }),
    ),
  }),
});
export type TestStatistics = z.infer<NonNullable<typeof readTestStatistics.reply>>;
