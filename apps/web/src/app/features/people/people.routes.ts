import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const peopleRoutes: Pages = [
  {
    path: 'people',
    title: 'people.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./people.page').then((m) => m.PeoplePage),
  },
  {
    path: 'people/invite',
    title: 'people.invite.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./invite.page').then((m) => m.InvitePage),
  },
  {
    path: 'people/invitations',
    title: 'people.invitations.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./invitations.page').then((m) => m.InvitationsPage),
  },
];
