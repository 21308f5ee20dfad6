import type { Pages } from '../../platform/pages';
import { onlyForPeople } from '../../platform/people';

export const modulesRoutes: Pages = [
  {
    path: 'modules',
    title: 'modules.list.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./modules.page').then((m) => m.ModulesPage),
  },
  {
    path: 'modules/:moduleNumber',
    title: 'modules.one',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./module.page').then((m) => m.ModulePage),
  },
];
