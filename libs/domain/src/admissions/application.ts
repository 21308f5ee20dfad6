import type { Process } from '../process';

/** Where an application stands. */
export const applicationStates = [
  'draft',
  'submitted',
  'under-review',
  'returned',
  'ruled',
  'appealed',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** The commission deliberates once, and anew on appeal: votes and findings belong to one of the two rounds. */
export type Round = 1 | 2;

/** `under-review` begins when the first member may read the dossier. An appeal leads back to a ruling; it comes once. */
export const applicationProcess: Process<ApplicationState> = {
  draft: { to: ['submitted', 'withdrawn'] },
  submitted: { to: ['under-review', 'withdrawn'] },
  'under-review': { to: ['returned', 'ruled', 'withdrawn'] },
  returned: { to: ['submitted', 'withdrawn'] },
  ruled: { to: ['appealed'] },
  appealed: { to: ['ruled'] },
  withdrawn: { to: [] },
};

/** While the form and its evidence are the applicant's to change. */
export const canBeEdited = (state: ApplicationState): boolean => state === 'draft' || state === 'returned';

/** While members read, find and vote. */
export const isBeforeCommission = (state: ApplicationState): boolean =>
  state === 'submitted' || state === 'under-review' || state === 'appealed';

/** While a ruling is still to come: members may say that they are in conflict, also while the applicant has the dossier. */
export const awaitsRuling = (state: ApplicationState): boolean => isBeforeCommission(state) || state === 'returned';

/** The states in which an application is on the commission's desk. */
export const onTheDesk: readonly ApplicationState[] = ['submitted', 'under-review', 'returned', 'ruled', 'appealed'];

export const canBeWithdrawn = (state: ApplicationState): boolean => applicationProcess[state].to.includes('withdrawn');
