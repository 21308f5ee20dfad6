import {
  approvalDemands,
  assessmentSupervisions,
  certificateDesigns,
  cefrLevels,
  cycles,
  documentLanguages,
  isRegisterScheme,
  isWebAddress,
  moduleModes,
  participationForms,
  stackPaths,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { brief } from './brief';
import { country, language } from './codes';
import { formField } from './form-fields';
import { key, lines, list, paragraphs } from './programme-texts';
import { pictures } from './programme-pictures';
import { surveyDefinition } from './survey-definition';
import { atMost, line, timeOfDay } from './shapes';

/* The shape of a programme file (`programmes/*.yaml`), explained for its authors in `programmes/README.md`.
   Shape only: `faultsOf` in the domain checks that the parts agree (credits, sums, references).
   An `error` here is not a sentence: it names the required form, and the checker words it. */

const website = z
  .url({ protocol: /^https$/, error: 'website' })
  .check(atMost(500), z.refine(isWebAddress, { error: 'website' }));
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

/** A session as the programme foresees it; an edition says where. */
const foreseenSession = z.strictObject({
  title: lines,
  /** The day of the edition, its first being 1. */
  day: z.int().check(z.minimum(1), z.maximum(1100)),
  from: timeOfDay,
  to: timeOfDay,
});

const programmeModule = z.strictObject({
  number: moduleNumber,
  title: lines,
  summary: paragraphs,
  mode: z.enum(moduleModes),
  /** Notional, by kind. */
  minutes: z.strictObject({ contact: minutes, 'self-study': minutes, project: minutes }),
  outcomes: list(outcome, 20),
  /** The plan that an edition starts from. Absent: none. */
  sessions: z.optional(list(foreseenSession, 60)),
});

const body = {
  name: line(200),
  country,
  website: z.optional(website),
  /** Only professors of a university among the awarding bodies and partners give grades. */
  university: z.optional(z.boolean()),
  /** The name of its logo among `pictures`. */
  logo: z.optional(key),
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
    /** The Italian framework's division of the level. Absent: no national framework applies. */
    nqf: z.optional(z.int().check(z.minimum(0), z.maximum(5))),
    /** Set if the level is one of higher education. */
    cycle: z.optional(z.enum(cycles)),
  }),
  workload: z.strictObject({
    ects: z.number().check(z.minimum(0.5), z.maximum(120)),
    hours: z.int().check(z.minimum(1), z.maximum(3600)),
    /** Below this share of the minutes foreseen by now, somebody is told to be behind. Absent: `usualBehindPercent`. */
    behindPercent: z.optional(percent),
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
      signatory: z.optional(
        z.strictObject({
          name: line(200),
          capacity: lines,
          place: lines,
          /** The name of the picture of the signature among `pictures`. Absent: a line to sign on. */
          signature: z.optional(key),
        }),
      ),
    }),
    6,
  ),
  partners: z
    .array(
      z.strictObject({
        ...body,
        role: lines,
        /** 1 high: co-design and joint awarding; 2 medium: co-design; 3 low: designed by the alternative provider. */
        cooperation: z.literal([1, 2, 3]),
        /** Whether the partner organises the programme jointly with the awarding bodies. Absent: it cooperates. */
        organises: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(30)),
  /** The body that supervises the awarding bodies in this programme, if there is one. */
  supervision: z.optional(lines),
  otherQualifications: z.optional(paragraphs),
  furtherInformation: z.optional(paragraphs),
  /** How many registrars have to approve an award before it is issued. Absent: none. */
  approval: z.optional(z.enum(approvalDemands)),
  /** What its certificate says beside the facts. Absent: what every certificate says. */
  certificate: z.optional(
    z.strictObject({
      /** The kind of document, as its heading. */
      heading: z.optional(lines),
      /** Absent: `classic`. */
      design: z.optional(z.enum(certificateDesigns)),
      /** The names of the programme's logo and of a seal among `pictures`. */
      logo: z.optional(key),
      seal: z.optional(key),
      /** The languages of certificate and supplement, the first one upright. Absent: English, then Italian. */
      languages: z.optional(z.array(z.enum(documentLanguages)).check(z.minLength(1), z.maxLength(2))),
      /** Where it is made out, if no signatory says so. */
      place: z.optional(lines),
      /** The scheme of its numbers in a register: `{year}` is the year of the award, `{number}` counts from 1. */
      register: z.optional(line(60).check(z.refine(isRegisterScheme, { error: 'register' }))),
      /** Where it is registered, and how its holder shares it. */
      registered: z.optional(paragraphs),
    }),
  ),
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
    /** The minutes after the start within which a check-in is on time; without it 10. */
    lateAfterMinutes: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
  }),
  /** One brief, or a list of several. */
  projectWork: z.union([brief, list(brief, 12)]),
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
  /** What participants are asked about the course, without their names. Absent: nothing. */
  survey: z.optional(surveyDefinition),
  /** Pictures by the names that logos, signatures and the seal go by. */
  pictures: z.optional(pictures),
  /** Paths of values that the author wrote because the programme's source does not say them: `modules.minutes`. */
  illustrative: z._default(z.array(line(100)).check(z.maxLength(60)), []),
});

/** A programme as its file describes it, with defaults filled in. */
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;
export type ProgrammeModule = ProgrammeDefinition['modules'][number];
