import type { ProgrammeDefinition, SurveyDefinition } from '@libretto/contracts';
import { anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import type { TestApp } from '../../testing/test-app';
import type { Edition } from '../editions/edition.entity';

const both = (text: string) => ({ en: text, it: text });
const ends = { least: both('not at all'), most: both('very') };
const option = (id: string) => ({ id, label: both(id) });

/** A survey with a question of each kind, of which the first is required. */
export const aSurvey = (values: Partial<SurveyDefinition> = {}): SurveyDefinition => ({
  introduction: both('Three minutes.'),
  questions: [
    { id: 'useful', kind: 'scale', required: true, text: both('How useful is the course?'), ends },
    { id: 'pace', kind: 'choice', text: both('How was the pace?'), options: ['slow', 'right', 'fast'].map(option) },
    { id: 'used', kind: 'choices', text: both('What did you use?'), options: ['files', 'video'].map(option) },
    {
      id: 'modules',
      kind: 'matrix',
      text: both('What did you learn?'),
      ends,
      steps: 3,
      rows: ['one', 'two'].map(option),
    },
    { id: 'hours', kind: 'number', text: both('How many hours a week?'), min: 0, max: 60 },
    { id: 'remarks', kind: 'text', text: both('What should change?') },
  ],
  ...values,
});

/** The clock of the specs shows 23 November 2026, in the last week of this edition; the survey is open until 11 December. */
export const inItsLastWeek: Partial<Edition> = { startsOn: '2026-11-02', endsOn: '2026-11-27' };

/** An edition whose survey can be answered, with these many participants, a tutor and a coordinator. */
export async function aSurveyedEdition(
  app: TestApp,
  people = 1,
  definition: Partial<ProgrammeDefinition> = {},
  values: Partial<Edition> = inItsLastWeek,
) {
  const { id: editionId } = await anEditionOf(app, { survey: aSurvey(), ...definition }, values);
  const participants: Awaited<ReturnType<typeof aParticipant>>[] = [];
  for (let at = 0; at < people; at++) participants.push(await aParticipant(app, editionId));
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const coordinator = await aPerson(app, { organisation: 'coordinator' });
  return { editionId, params: { editionId }, participants, tutor: tutor.caller, coordinator: coordinator.caller };
}
