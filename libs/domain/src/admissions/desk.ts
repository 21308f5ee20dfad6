import type { ApplicationState, Round } from './application';

/** The steps of a member with one dossier. */
export const deskSteps = ['to-declare', 'to-find', 'to-vote', 'voted', 'returned', 'ruled'] as const;
export type DeskStep = (typeof deskSteps)[number];

/** One dossier before a member who may know of it: the facts that decide their next step. */
export interface OnTheDesk {
  readonly state: ApplicationState;
  /** Whether they have declared, and may read it. */
  readonly reads: boolean;
  /** In its current round. */
  readonly hasVoted: boolean;
  /** The number of criteria that they have assessed in this round, and the number of all. */
  readonly findings: number;
  readonly criteria: number;
}

/** The step that a dossier waits for: the first row whose condition holds. */
const stepTable: readonly (readonly [DeskStep, (dossier: OnTheDesk) => boolean])[] = [
  ['ruled', ({ state }) => state === 'ruled'],
  ['to-declare', ({ reads }) => !reads],
  ['returned', ({ state }) => state === 'returned'],
  ['voted', ({ hasVoted }) => hasVoted],
  ['to-find', ({ findings, criteria }) => findings < criteria],
];

export const deskStepOf = (dossier: OnTheDesk): DeskStep =>
  stepTable.find(([, holds]) => holds(dossier))?.[0] ?? 'to-vote';

/** Whether the member works or worked on the dossier: only then do they learn of news and changes. */
export const isInHand = (step: DeskStep): boolean => step === 'to-find' || step === 'to-vote' || step === 'voted';

/** The facts about an application that change with an appeal. */
interface OnAppeal {
  readonly state: ApplicationState;
  readonly round: Round;
  readonly version: number;
}

/**
 * An application as it lies before one member. For a member who does not decide on an appeal it stays as it was ruled
 * on: without the appeal's statement, its new evidence, or any work. `decides` is called for appeals only.
 */
export const asItLiesBefore = <On extends OnAppeal>(application: On, decides: () => boolean): On =>
  application.state !== 'appealed' || decides()
    ? application
    : { ...application, state: 'ruled', round: 1, version: application.version - 1 };
