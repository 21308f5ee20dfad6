import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const surveysRoutes: Pages = [
  {
    path: 'survey',
    title: 'surveys.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./survey.page').then((m) => m.SurveyPage),
  },
  {
    path: 'survey/results',
    title: 'surveys.results.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./survey-results.page').then((m) => m.SurveyResultsPage),
  },
];
