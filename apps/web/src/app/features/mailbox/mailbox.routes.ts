import type { Pages } from '../../platform/pages';

export const mailboxRoutes: Pages = [
  {
    path: 'mailbox',
    title: 'shell.mailbox.title',
    loadComponent: () => import('./mailbox.page').then((m) => m.MailboxPage),
  },
  {
    path: 'mailbox/:mailId',
    title: 'shell.mailbox.title',
    loadComponent: () => import('./mail.page').then((m) => m.MailPage),
  },
];
