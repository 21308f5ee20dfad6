import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const announcementsRoutes: Pages = [
  {
    path: 'announcements',
    title: 'announcements.title',
    canActivate: [onlyFor('participant', 'tutor', 'coordinator')],
    loadComponent: () => import('./announcements.page').then((m) => m.AnnouncementsPage),
  },
  {
    path: 'announcements/write',
    title: 'announcements.form.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./write-announcement.page').then((m) => m.WriteAnnouncementPage),
  },
  {
    path: 'announcements/:announcementId',
    title: 'announcements.one',
    canActivate: [onlyFor('participant', 'tutor', 'coordinator')],
    loadComponent: () => import('./announcement.page').then((m) => m.AnnouncementPage),
  },
];
