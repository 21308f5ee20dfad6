import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const projectWorkRoutes: Pages = [
  {
    path: 'project-work',
    title: 'project-work.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./project-work.page').then((m) => m.ProjectWorkPage),
  },
  {
    path: 'project-work/marking',
    title: 'project-work.marking.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./marking.page').then((m) => m.MarkingPage),
  },
  {
    path: 'project-work/marking-table',
    title: 'project-work.table.title',
    canActivate: [onlyFor('tutor')],
    loadComponent: () => import('./table/marking-table.page').then((m) => m.MarkingTablePage),
  },
  {
    path: 'project-work/marking/:workId',
    title: 'project-work.mark.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./mark-work.page').then((m) => m.MarkWorkPage),
  },
  {
    path: 'project-work/plan',
    title: 'project-work.plan.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./marking-plan.page').then((m) => m.MarkingPlanPage),
  },
  {
    path: 'project-work/workspace/:groupId',
    title: 'workspace.title',
    canActivate: [onlyFor('participant', 'tutor', 'coordinator')],
    loadComponent: () => import('./workspace/workspace.page').then((m) => m.WorkspacePage),
  },
  {
    path: 'project-work/feedback',
    title: 'peer-feedback.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./peers/own-feedback.page').then((m) => m.OwnFeedbackPage),
  },
  {
    path: 'project-work/feedback/:feedbackId',
    title: 'peer-feedback.give.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./peers/give-feedback.page').then((m) => m.GiveFeedbackPage),
  },
  {
    path: 'project-work/feedback-overview',
    title: 'peer-feedback.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./peers/feedback-overview.page').then((m) => m.FeedbackOverviewPage),
  },
  {
    path: 'project-work/feedback-overview/:enrolmentId',
    title: 'peer-feedback.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./peers/feedback-of.page').then((m) => m.FeedbackOfPage),
  },
  {
    path: 'project-work/release',
    title: 'project-work.release.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./release.page').then((m) => m.ReleasePage),
  },
  {
    path: 'project-work/groups',
    title: 'project-work.groups.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./groups.page').then((m) => m.GroupsPage),
  },
];
