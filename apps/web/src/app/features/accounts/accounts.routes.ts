import type { Pages } from '../../platform/pages';
import { onlyFor, onlyForPeople } from '../../platform/people';

export const accountsRoutes: Pages = [
  {
    path: 'sign-in',
    title: 'accounts.sign-in.title',
    loadComponent: () => import('./sign-in.page').then((m) => m.SignInPage),
  },
  {
    path: 'register',
    title: 'accounts.register.title',
    loadComponent: () => import('./register.page').then((m) => m.RegisterPage),
  },
  {
    path: 'register/sent',
    title: 'accounts.sent.register.title',
    data: { why: 'register' },
    loadComponent: () => import('./mail-sent.page').then((m) => m.MailSentPage),
  },
  {
    path: 'confirm',
    title: 'accounts.confirm.title',
    loadComponent: () => import('./open-account.page').then((m) => m.OpenAccountPage),
  },
  {
    path: 'forgotten-password',
    title: 'accounts.forgotten.title',
    loadComponent: () => import('./forgotten-password.page').then((m) => m.ForgottenPasswordPage),
  },
  {
    path: 'forgotten-password/sent',
    title: 'accounts.sent.password.title',
    data: { why: 'password' },
    loadComponent: () => import('./mail-sent.page').then((m) => m.MailSentPage),
  },
  {
    path: 'new-password',
    title: 'accounts.new-password.title',
    loadComponent: () => import('./new-password.page').then((m) => m.NewPasswordPage),
  },
  {
    path: 'account',
    title: 'accounts.account.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./account.page').then((m) => m.AccountPage),
  },
  {
    path: 'account/password',
    title: 'accounts.change-password.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./change-password.page').then((m) => m.ChangePasswordPage),
  },
  {
    path: 'account/address',
    title: 'accounts.change-address.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./change-address.page').then((m) => m.ChangeAddressPage),
  },
  {
    path: 'account/deletion',
    title: 'accounts.delete.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./delete-account.page').then((m) => m.DeleteAccountPage),
  },
  {
    path: 'new-address',
    title: 'accounts.new-address.title',
    loadComponent: () => import('./new-address.page').then((m) => m.NewAddressPage),
  },
  {
    path: 'institutions',
    title: 'accounts.institutions.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./institutions.page').then((m) => m.InstitutionsPage),
  },
];
