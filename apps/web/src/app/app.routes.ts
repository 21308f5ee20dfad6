import type { Routes } from '@angular/router';
import { onlyForPeople } from './platform/people';
import { landing } from './shell/landing';
import { withFields } from './ui/form/with-fields';

const editionFrame = () => import('./features/editions/edition-frame').then((m) => m.EditionFrame);

/** Every page below `/editions/:editionId`; the frame around them is the edition’s name and navigation. */
const pagesOfEdition: Routes = [
  { path: '', loadChildren: () => import('./features/glance/glance.routes').then((m) => m.glanceRoutes) },
  {
    path: '',
    loadChildren: withFields(() => import('./features/editions/editions.routes').then((m) => m.setUpOfEdition)),
  },
  {
    path: '',
    loadChildren: withFields(() =>
      import('./features/admissions/admissions.routes').then((m) => m.admissionsOfEdition),
    ),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/schedule/schedule.routes').then((m) => m.scheduleRoutes)),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/modules/modules.routes').then((m) => m.modulesRoutes)),
  },
  {
    path: '',
    loadChildren: withFields(() =>
      import('./features/project-work/project-work.routes').then((m) => m.projectWorkRoutes),
    ),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/workload/workload.routes').then((m) => m.workloadRoutes)),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/completion/completion.routes').then((m) => m.completionRoutes)),
  },
  {
    path: '',
    loadChildren: withFields(() =>
      import('./features/credentials/credentials.routes').then((m) => m.credentialsOfEdition),
    ),
  },
];

/** Every page, by feature and loaded when first opened. `title` is a key of the language files. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [landing], children: [] },
  {
    path: 'work',
    title: 'shell.work.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./shell/work.page').then((m) => m.WorkPage),
  },
  {
    path: 'not-yours',
    loadComponent: () => import('./shell/not-yours.page').then((m) => m.NotYoursPage),
    title: 'shell.not-yours.title',
  },
  {
    path: '',
    loadChildren: withFields(() =>
      import('./features/verification/verification.routes').then((m) => m.verificationRoutes),
    ),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/accounts/accounts.routes').then((m) => m.accountsRoutes)),
  },
  { path: '', loadChildren: () => import('./features/mailbox/mailbox.routes').then((m) => m.mailboxRoutes) },
  {
    path: '',
    loadChildren: withFields(() =>
      import('./features/credentials/credentials.routes').then((m) => m.credentialsRoutes),
    ),
  },
  { path: '', loadChildren: () => import('./features/programmes/programmes.routes').then((m) => m.programmesRoutes) },
  {
    path: '',
    loadChildren: withFields(() => import('./features/booklet/booklet.routes').then((m) => m.bookletRoutes)),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/editions/editions.routes').then((m) => m.editionsRoutes)),
  },
  {
    path: '',
    loadChildren: withFields(() => import('./features/admissions/admissions.routes').then((m) => m.admissionsRoutes)),
  },
  { path: '', loadChildren: () => import('./features/places/places.routes').then((m) => m.placesRoutes) },
  {
    path: '',
    loadChildren: () => import('./features/personal-data/personal-data.routes').then((m) => m.personalDataRoutes),
  },
  { path: '', loadChildren: withFields(() => import('./features/people/people.routes').then((m) => m.peopleRoutes)) },
  {
    path: '',
    loadChildren: () => import('./features/public-pages/public-pages.routes').then((m) => m.publicPagesRoutes),
  },
  {
    path: 'booklet/:editionId',
    loadComponent: editionFrame,
    loadChildren: withFields(() => import('./features/booklet/booklet.routes').then((m) => m.bookletOfEdition)),
  },
  { path: 'editions/:editionId', loadComponent: editionFrame, children: pagesOfEdition },
  // New features go above this line.
  {
    path: '**',
    loadComponent: () => import('./shell/not-found.page').then((m) => m.NotFoundPage),
    title: 'shell.not-found.title',
  },
];
