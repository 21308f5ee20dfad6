import { anyOf, inEdition, inOrganisation } from '@libretto/domain';

export const mayReadOwnSurvey = inEdition('participant');
export const maySendAnswers = inEdition('participant');
export const mayReadSurveyResults = anyOf(inEdition('tutor'), inOrganisation('coordinator'));
