import type { Pages } from '../../platform/pages';
import { onlyForPeople } from '../../platform/people';

export const noticesRoutes: Pages = [
  {
    path: 'account/notices',
    title: 'notices.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./notices.page').then((m) => m.NoticesPage),
  },
  {
    path: 'account/notices/settings',
    title: 'notices.settings.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./notice-settings.page').then((m) => m.NoticeSettingsPage),
  },
];
