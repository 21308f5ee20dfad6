import type { ProgrammeBrief, ProgrammeDefinition } from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import type { Programme } from './programme.entity';
import type { ProgrammeVersion } from './programme-version.entity';

const same = (text: string) => ({ en: text, it: text });

/** A brief of groups in the second module, marked by one. */
export const aBrief = (values: Partial<ProgrammeBrief> = {}): ProgrammeBrief => ({
  title: same('Three diplomas'),
  brief: same('Describe three diplomas.'),
  module: 2,
  by: 'group',
  markers: 1,
  markerIsProfessor: false,
  attempts: 2,
  rubric: [{ id: 'accuracy', title: same('Accuracy'), description: same('What is said is so.') }],
  ...values,
});

/** Everybody gives feedback on one work of another group within a week. */
export const aPeerFeedback = (
  values: Partial<NonNullable<ProgrammeBrief['peerFeedback']>> = {},
): NonNullable<ProgrammeBrief['peerFeedback']> => ({
  across: {
    give: 1,
    rubric: [{ id: 'clarity', title: same('Clarity'), description: same('It is easy to follow.') }],
  },
  days: 7,
  ...values,
});

/** A small blended programme without faults: two modules, 25 hours, one credit. */
export function aDefinition(values: Partial<ProgrammeDefinition> = {}): ProgrammeDefinition {
  return {
    slug: `programme-${newId()}`,
    title: { en: 'Reading diplomas', it: 'Leggere i diplomi' },
    aim: same('To read a diploma.'),
    audience: same('Evaluators'),
    languages: ['en'],
    months: 1,
    participation: 'blended',
    level: { eqf: 7, nqf: 0, cycle: 'second' },
    workload: { ects: 1, hours: 25 },
    outcomes: [{ id: 'read', text: same('Read a diploma.') }],
    modules: [
      {
        number: 1,
        title: same('Reading'),
        summary: same('Ten diplomas.'),
        mode: 'online',
        minutes: { contact: 300, 'self-study': 450, project: 0 },
        outcomes: [{ id: 'find-the-level', text: same('Find the level of a diploma.') }],
      },
      {
        number: 2,
        title: same('Workshop'),
        summary: same('Three diplomas, together.'),
        mode: 'in-presence',
        minutes: { contact: 300, 'self-study': 150, project: 300 },
        outcomes: [{ id: 'decide', text: same('Decide together.') }],
      },
    ],
    assessment: { type: same('Project work'), supervision: 'supervised' },
    qualityAssurance: same('Reviewed by the centre after each edition.'),
    stackability: { kind: 'stand-alone' },
    awardingBodies: [{ name: 'Example centre', country: 'IT', status: same('Recognition centre') }],
    partners: [],
    admission: {
      criteria: [
        {
          id: 'degree',
          kind: 'required',
          statement: same('A first-cycle degree.'),
          preCheck: { about: 'eqf-level', atLeast: 6 },
        },
        {
          id: 'english',
          kind: 'preferred',
          statement: same('English at B2.'),
          preCheck: { about: 'cefr', language: 'en', atLeast: 'B2' },
        },
      ],
      exception: { conditions: same('Exceptional conditions.'), background: same('An adequate background.') },
      offerDays: 7,
      appealDays: 15,
      retentionMonths: 24,
    },
    attendance: { excusedCounts: false, lateCountsMinutes: false },
    projectWork: aBrief(),
    completion: {
      modules: { numbers: [1, 2], percentOfMinutes: 80 },
      inPresencePercent: 80,
      ledgerMinutes: 1200,
      projectWorkPassed: true,
      surveyAnswered: false,
    },
    illustrative: [],
    ...values,
  };
}

/** The rows of a published programme: `app().build(Programme, programme)`, `app().build(ProgrammeVersion, version)`. */
export function aProgramme(definition = aDefinition()): { programme: Programme; version: ProgrammeVersion } {
  const programme = { id: newId(), slug: definition.slug };
  const publishedAt = new Date('2026-08-01T08:00:00Z');
  return { programme, version: { id: newId(), programmeId: programme.id, number: 1, definition, publishedAt } };
}

/** An admission whose preferred criterion reads experience, so that its form asks for posts too. */
export function preferringExperience(): ProgrammeDefinition['admission'] {
  const { admission } = aDefinition();
  const preCheck = { about: 'months-of-experience', atLeast: 12 } as const;
  return {
    ...admission,
    criteria: admission.criteria.map((criterion) =>
      criterion.kind === 'preferred' ? { ...criterion, preCheck } : criterion,
    ),
  };
}
