import {
  assessmentSupervisions,
  cefrLevels,
  cycles,
  isWebAddress,
  moduleModes,
  participationForms,
  stackPaths,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { country, language } from './codes';
import { formField } from './form-fields';
import { key, lines, list, paragraphs } from './programme-texts';
import { line } from './shapes';

/* The shape of a programme file (`programmes/*.yaml`), explained for its authors in `programmes/README.md`.
   Shape only: `faultsOf` in the domain checks that the parts agree (credits, sums, references).
   An `error` here is not a sentence: it names the required form, and the checker words it. */

const website = z
  .url({ protocol: /^https$/, error: 'website' })
  .check(z.maxLength(500), z.refine(isWebAddress, { error: 'website' }));
const percent = z.int().check(z.minimum(0), z.maximum(100));
const minutes = z.int().check(z.minimum(0), z.maximum(120_000));
const moduleNumber = z.int().check(z.minimum(1), z.maximum(40));
const eqfLevel = z.int().check(z.minimum(1), z.maximum(8));
const days = z.int().check(z.minimum(1), z.maximum(120));

/** Forty years: no participant has more. */
const mostMonthsOfWork = 480;

const outcome = z.strictObject({ id: key, text: paragraphs });

/** A check of the form's data for a criterion. It informs the members, who alone make findings. */
const preCheck = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('eqf-level'), atLeast: eqfLevel }),
  z.strictObject({
    about: z.literal('months-of-experience'),
    atLeast: z.int().check(z.minimum(1), z.maximum(mostMonthsOfWork)),
  }),
  z.strictObject({ about: z.literal('cefr'), language, atLeast: z.enum(cefrLevels) }),
]);

const criterion = z.strictObject({
  id: key,
  kind: z.enum(['required', 'preferred']),
  statement: paragraphs,
  preCheck: z.optional(preCheck),
});

const programmeModule = z.strictObject({
  number: moduleNumber,
  title: lines,
  summary: paragraphs,
  mode: z.enum(moduleModes),
  /** Notional, by kind. */
  minutes: z.strictObject({ contact: minutes, 'self-study': minutes, project: minutes }),
  outcomes: list(outcome, 20),
});

const body = {
  name: line(200),
  country,
  website: z.optional(website),
};

export const programmeDefinition = z.strictObject({
  slug: key,
  title: lines,
  /** The name of the qualification, if the certificate's differs from the course's. */
  qualification: z.optional(lines),
  aim: paragraphs,
  audience: paragraphs,
  languages: list(language, 6),
  months: z.int().check(z.minimum(1), z.maximum(36)),
  participation: z.enum(participationForms),
  level: z.strictObject({
    eqf: eqfLevel,
    /** The Italian framework's division of the level. */
    nqf: z.int().check(z.minimum(0), z.maximum(5)),
    /** Set if the level is one of higher education. */
    cycle: z.optional(z.enum(cycles)),
  }),
  workload: z.strictObject({
    ects: z.number().check(z.minimum(0.5), z.maximum(120)),
    hours: z.int().check(z.minimum(1), z.maximum(3600)),
  }),
  outcomes: list(outcome, 30),
  modules: list(programmeModule, 40),
  assessment: z.strictObject({ type: lines, supervision: z.enum(assessmentSupervisions) }),
  qualityAssurance: paragraphs,
  stackability: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('stand-alone') }),
    z.strictObject({
      kind: z.literal('stackable'),
      path: z.enum(stackPaths),
      /** The slugs of the programmes of the path, including this one, in their order if the path is sequential. */
      programmes: z.array(key).check(z.minLength(2), z.maxLength(20)),
    }),
  ]),
  awardingBodies: list(
    z.strictObject({
      ...body,
      status: lines,
      /** The signatory of the certificate for this body, with capacity and place. */
      signatory: z.optional(z.strictObject({ name: line(200), capacity: lines, place: lines })),
    }),
    6,
  ),
  partners: z
    .array(
      z.strictObject({
        ...body,
        role: lines,
        /** 1 high: co-design and joint awarding; 2 medium: co-design; 3 low: designed by the alternative provider. */
        cooperation: z.int().check(z.minimum(1), z.maximum(3)),
      }),
    )
    .check(z.maxLength(30)),
  /** The body that supervises the awarding bodies in this programme, if there is one. */
  supervision: z.optional(lines),
  otherQualifications: z.optional(paragraphs),
  furtherInformation: z.optional(paragraphs),
  admission: z.strictObject({
    criteria: list(criterion, 20),
    /** Absent: missing a required criterion always prevents admission. Both findings are needed. */
    exception: z.optional(z.strictObject({ conditions: paragraphs, background: paragraphs })),
    offerDays: z._default(days, 7),
    appealDays: z._default(days, 15),
    /** For the answers to the questions of a return. */
    answerDays: z.optional(z.int().check(z.minimum(1), z.maximum(30))),
    /** The retention of an applicant's dossier who was not admitted. */
    retentionMonths: z._default(z.int().check(z.minimum(1), z.maximum(240)), 24),
    /** The programme's own fields of the application. Absent: none. */
    form: z.optional(list(formField, 40)),
  }),
  attendance: z.strictObject({
    /** Whether an excused absence counts as attended in the share of in-presence sessions. */
    excusedCounts: z.boolean(),
    /** Whether somebody who comes late gets only the remaining minutes. */
    lateCountsMinutes: z.boolean(),
  }),
  projectWork: z.strictObject({
    title: lines,
    brief: paragraphs,
    /** The module that its minutes belong to. */
    module: moduleNumber,
    by: z.enum(['group', 'person']),
    markers: z.int().check(z.minimum(1), z.maximum(2)),
    /** Whether every marker is a professor of an awarding or partner university. If not, there is no grade. */
    markerIsProfessor: z.boolean(),
    attempts: z.int().check(z.minimum(1), z.maximum(10)),
    rubric: list(z.strictObject({ id: key, title: lines, description: paragraphs }), 12),
    /** The place where accepted works are collected. */
    publication: z.optional(lines),
  }),
  completion: z.strictObject({
    /** A module is done when the ledger holds this share of its notional minutes. */
    modules: z.optional(z.strictObject({ numbers: list(moduleNumber, 40), percentOfMinutes: percent })),
    /** Absent: `inPresencePercentOf` the modules. */
    inPresencePercent: z.optional(percent),
    ledgerMinutes: z.optional(minutes),
    /** Whether sessions before an enrolment count against it. Absent: no. */
    earlierSessionsCount: z.optional(z.boolean()),
    projectWorkPassed: z.boolean(),
    surveyAnswered: z.boolean(),
  }),
  /** Paths of values that the author wrote because the programme's source does not say them: `modules.minutes`. */
  illustrative: z._default(z.array(line(100)).check(z.maxLength(60)), []),
});

/** A programme as its file describes it, with defaults filled in. */
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;
export type ProgrammeModule = ProgrammeDefinition['modules'][number];
