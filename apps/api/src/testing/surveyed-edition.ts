import type { ProgrammeDefinition } from '@libretto/contracts';
import type { Edition } from '../features/editions/edition.entity';
import { aSurvey } from '../features/surveys/survey.builder';
import { anEditionOf, aParticipant, aPerson } from './fixtures';
import type { TestApp } from './test-app';

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
