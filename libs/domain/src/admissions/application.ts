import type { Process } from '../process';

/** The states of an application. */
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

/**
 * `under-review` begins when the first member may read the dossier. An appeal leads back to a ruling; there is one
 * appeal at most.
 */
export const applicationProcess: Process<ApplicationState> = {
  draft: { to: ['submitted', 'withdrawn'] },
  submitted: { to: ['under-review', 'withdrawn'] },
  'under-review': { to: ['returned', 'ruled', 'withdrawn'] },
  returned: { to: ['submitted', 'withdrawn'] },
  ruled: { to: ['appealed'] },
  appealed: { to: ['ruled'] },
  withdrawn: { to: [] },
};

/** The states in which the applicant may change form and evidence. */
export const canBeEdited = (state: ApplicationState): boolean => state === 'draft' || state === 'returned';

/** The states in which members read, make findings and vote. */
export const isBeforeCommission = (state: ApplicationState): boolean =>
  state === 'submitted' || state === 'under-review' || state === 'appealed';

/**
 * The states in which a ruling is still to come: members may declare a conflict, even while the applicant has the
 * dossier.
 */
export const awaitsRuling = (state: ApplicationState): boolean => isBeforeCommission(state) || state === 'returned';

/** The states in which an application is on the commission's desk. */
export const onTheDesk: readonly ApplicationState[] = ['submitted', 'under-review', 'returned', 'ruled', 'appealed'];

export const canBeWithdrawn = (state: ApplicationState): boolean => applicationProcess[state].to.includes('withdrawn');
