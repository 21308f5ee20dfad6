import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

const everybody = [onlyFor('participant', 'tutor', 'coordinator')];

export const discussionsRoutes: Pages = [
  {
    path: 'discussions',
    title: 'discussions.title',
    canActivate: everybody,
    loadComponent: () => import('./discussions.page').then((m) => m.DiscussionsPage),
  },
  {
    path: 'discussions/start',
    title: 'discussions.form.title',
    canActivate: everybody,
    loadComponent: () => import('./start-thread.page').then((m) => m.StartThreadPage),
  },
  {
    path: 'discussions/:threadId',
    title: 'discussions.one',
    canActivate: everybody,
    loadComponent: () => import('./thread.page').then((m) => m.ThreadPage),
  },
  {
    path: 'messages',
    title: 'discussions.messages.title',
    canActivate: [onlyFor('participant', 'tutor')],
    loadComponent: () => import('./messages.page').then((m) => m.MessagesPage),
  },
  {
    path: 'reported-posts',
    title: 'discussions.moderation.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./reported-posts.page').then((m) => m.ReportedPostsPage),
  },
];
