import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const programmesRoutes: Pages = [
  {
    path: 'programmes',
    title: 'programmes.catalogue.title',
    loadComponent: () => import('./catalogue.page').then((m) => m.CataloguePage),
  },
  {
    path: 'programmes/publish',
    title: 'programmes.publish.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./publish.page').then((m) => m.PublishPage),
  },
  {
    path: 'programmes/edit',
    title: 'programmes.editor.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./editor/editor.page').then((m) => m.EditorPage),
  },
  {
    path: 'programmes/:slug',
    title: 'programmes.page.title',
    loadComponent: () => import('./programme.page').then((m) => m.ProgrammePage),
  },
  {
    path: 'programmes/:slug/rubric',
    title: 'programmes.rubric.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./rubric/rubric.page').then((m) => m.RubricPage),
  },
];
