import type { ApplicationState, Round } from './application';

/** Where a member stands with one dossier. */
export const deskSteps = ['to-declare', 'to-find', 'to-vote', 'voted', 'returned', 'ruled'] as const;
export type DeskStep = (typeof deskSteps)[number];

/** One dossier before a member who may know of it, as far as their next step goes. */
export interface OnTheDesk {
  readonly state: ApplicationState;
  /** Whether they have declared, and may read it. */
  readonly reads: boolean;
  /** In the round in which it is. */
  readonly hasVoted: boolean;
  /** How many of the programme's criteria they have assessed in this round, and how many there are. */
  readonly findings: number;
  readonly criteria: number;
}

/** Which step a dossier waits for: the first row whose condition holds. */
const stepTable: readonly (readonly [DeskStep, (dossier: OnTheDesk) => boolean])[] = [
  ['ruled', ({ state }) => state === 'ruled'],
  ['to-declare', ({ reads }) => !reads],
  ['returned', ({ state }) => state === 'returned'],
  ['voted', ({ hasVoted }) => hasVoted],
  ['to-find', ({ findings, criteria }) => findings < criteria],
];

export const deskStepOf = (dossier: OnTheDesk): DeskStep =>
  stepTable.find(([, holds]) => holds(dossier))?.[0] ?? 'to-vote';

/** Whether a dossier is the member's to work on or worked on: only then do they learn what came or changed. */
export const isInHand = (step: DeskStep): boolean => step === 'to-find' || step === 'to-vote' || step === 'voted';

/** An application as far as it tells of an appeal. */
interface OnAppeal {
  readonly state: ApplicationState;
  readonly round: Round;
  readonly version: number;
}

/**
 * An application as it lies before one member. To a member who does not decide on an appeal it stays as it was ruled on:
 * neither statement nor new evidence, and no work. `decides` is asked of appeals only.
 */
export const asItLiesBefore = <On extends OnAppeal>(application: On, decides: () => boolean): On =>
  application.state !== 'appealed' || decides()
    ? application
    : { ...application, state: 'ruled', round: 1, version: application.version - 1 };
