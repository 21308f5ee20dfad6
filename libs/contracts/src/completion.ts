import { requirementKinds } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { id, inLanguages, instant, page, pageQuery, searchText, sortBy } from './shapes';

const answered = { met: z.boolean(), missing: z.int() };

/** One requirement of the programme with its answer and records. `missing` is in its own unit. */
export const requirementAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('modules'),
    ...answered,
    percent: z.int(),
    modules: z.array(
      z.object({
        number: z.int(),
        title: inLanguages,
        minutes: z.int(),
        needed: z.int(),
        earlier: z.int(),
        done: z.boolean(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('in-presence'),
    ...answered,
    percent: z.int(),
    attended: z.int(),
    needed: z.int(),
    open: z.int(),
    sessions: z.array(
      z.object({
        sessionId: id,
        title: z.string(),
        startsAt: instant,
        zone: z.string(),
        mark: z.nullable(z.enum(['present', 'late', 'excused', 'absent'])),
        counts: z.boolean(),
        /** It began before the enrolment, and still counts in the requirement. */
        isEarlier: z.boolean(),
        isAsked: z.boolean(),
      }),
    ),
  }),
  /** `earlier`: the minutes of sessions before the enrolment, which are not required. */
  z.object({ kind: z.literal('ledger-minutes'), ...answered, minutes: z.int(), needed: z.int(), earlier: z.int() }),
  z.object({
    kind: z.literal('project-work'),
    ...answered,
    works: z.array(
      z.object({
        brief: z.string(),
        title: inLanguages,
        passed: z.boolean(),
        /** Whether the reader may not know yet if anything was handed in: `work` is a released one then. */
        isUnseen: z.boolean(),
        work: z.nullable(
          z.object({ workId: id, attempt: z.int(), result: z.nullable(z.enum(['passed', 'not-passed'])) }),
        ),
      }),
    ),
  }),
  z.object({
    kind: z.literal('peer-feedback'),
    ...answered,
    briefs: z.array(
      z.object({
        brief: z.string(),
        title: inLanguages,
        asked: z.int(),
        given: z.int(),
        /** Whether this person has been asked; until then `asked` is the number that the brief foresees. */
        isOpen: z.boolean(),
        /** Whether the reader may not know yet if anything was handed in, and so whether anything was asked. */
        isUnseen: z.boolean(),
      }),
    ),
  }),
  z.object({ kind: z.literal('survey'), ...answered, answeredAt: z.nullable(instant) }),
]);

/** The same explanation for the participant, the tutor and the coordinator. */
export const completionView = z.object({
  editionId: id,
  enrolmentId: id,
  name: z.string(),
  met: z.boolean(),
  metAt: z.nullable(instant),
  requirements: z.array(requirementAnswer),
  /** Whether it is the reader's own: the records have other addresses for other readers. */
  isOwn: z.boolean(),
});
export type CompletionView = z.infer<typeof completionView>;

export const readMyCompletion = route({
  summary: 'What the signed-in participant has completed and what is still missing for the credential',
  method: 'GET',
  path: '/editions/:editionId/completion/mine',
  params: z.object({ editionId: id }),
  reply: completionView,
});

export const readCompletion = route({
  summary: 'What one participant has completed and what is still missing, for the edition’s tutors and the coordinator',
  method: 'GET',
  path: '/editions/:editionId/completion/:enrolmentId',
  params: z.object({ editionId: id, enrolmentId: id }),
  reply: completionView,
});

const completionSort = sortBy(['name', 'institution', 'standing']);
export type CompletionSort = z.infer<typeof completionSort>;

export const readEditionCompletion = route({
  summary: 'Completion of an edition: who meets which requirement, page by page',
  method: 'GET',
  path: '/editions/:editionId/completion',
  params: z.object({ editionId: id }),
  query: z.extend(pageQuery, {
    q: searchText,
    standing: z.optional(z.enum(['complete', 'missing'])),
    sort: completionSort,
  }),
  reply: z.extend(
    page(
      z.object({
        enrolmentId: id,
        name: z.string(),
        institution: z.nullable(z.string()),
        met: z.boolean(),
        metAt: z.nullable(instant),
        requirements: z.array(
          z.object({
            kind: z.enum(requirementKinds),
            ...answered,
          }),
        ),
      }),
    ),
    {
      enrolled: z.int(),
      complete: z.int(),
      /** The number of matches on all pages. */
      found: z.int(),
    },
  ),
});
export type EditionCompletionView = NonNullable<z.infer<NonNullable<typeof readEditionCompletion.reply>>>;
