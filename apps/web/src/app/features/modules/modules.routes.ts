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
  {
    path: 'modules/:moduleNumber/progress',
    title: 'modules.progress.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./module-progress.page').then((m) => m.ModuleProgressPage),
  },
  {
    path: 'materials/:materialId',
    title: 'modules.materials.one',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./material.page').then((m) => m.MaterialPage),
  },
  {
    path: 'materials/:materialId/edit',
    title: 'pages.edit.route',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./pages/edit-page.page').then((m) => m.EditPagePage),
  },
  {
    path: 'materials/:materialId/self-test',
    title: 'self-tests.edit.route',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./self-tests/edit-self-test.page').then((m) => m.EditSelfTestPage),
  },
  {
    path: 'materials/:materialId/statistics',
    title: 'self-tests.statistics.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./self-tests/test-statistics.page').then((m) => m.TestStatisticsPage),
  },
];
