import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const completionRoutes: Pages = [
  {
    path: 'completion/mine',
    title: 'completion.mine.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./my-completion.page').then((m) => m.MyCompletionPage),
  },
  {
    path: 'completion',
    title: 'completion.edition.title',
    canActivate: [onlyFor('tutor', 'coordinator', 'registrar')],
    loadComponent: () => import('./edition-completion.page').then((m) => m.EditionCompletionPage),
  },
  {
    path: 'completion/:enrolmentId',
    title: 'completion.one.title',
    canActivate: [onlyFor('tutor', 'coordinator', 'registrar')],
    loadComponent: () => import('./completion.page').then((m) => m.CompletionPage),
  },
];
