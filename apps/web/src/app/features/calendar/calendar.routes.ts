import type { Pages } from '../../platform/pages';
import { onlyForPeople } from '../../platform/people';

export const calendarRoutes: Pages = [
  {
    path: 'account/calendar',
    title: 'calendar.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./calendar.page').then((m) => m.CalendarPage),
  },
];
