import { type Refusal, refuse } from '../refusal';
import type { ConsentState } from './consent';

/** The reason why a work is not in the book. */
export const leftOutReasons = ['not-accepted', 'file-type', 'nobody', 'asked', 'declined', 'withdrawn'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** A gathered work, as it is when the book is set. */
export interface GatheredWork {
  /** Whether its group knows that it passed. */
  readonly isAccepted: boolean;
  /** Whether its file can be set: see `canBeSet`. */
  readonly isSettable: boolean;
  /** What each of its members says now; `asked` also for those who joined after everybody was asked. */
  readonly consents: readonly ConsentState[];
}

/** Whether a file can be set: as text, or as pictures of its pages. */
export const canBeSet = (type: string): boolean =>
  ['text/plain', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'].includes(
    type,
  );

/** Why a work is left out; `null`: it is in the book. Each of its members has to consent. */
export function leftOut(work: GatheredWork): LeftOutReason | null {
  if (!work.isAccepted) return 'not-accepted';
  if (!work.isSettable) return 'file-type';
  if (work.consents.length === 0) return 'nobody';
  return (['declined', 'withdrawn', 'asked'] as const).find((state) => work.consents.includes(state)) ?? null;
}

/** A book has at least one work that is not left out. */
export const fillBook = (reasons: readonly (LeftOutReason | null)[]): 'fill' | Refusal =>
  reasons.includes(null) ? 'fill' : refuse('publication.nothing-to-set');

/** The works that are to be gathered are accepted ones of the edition, each once. */
export function gatherWorks(workIds: readonly string[], accepted: ReadonlySet<string>): readonly string[] | Refusal {
  const isOnce = new Set(workIds).size === workIds.length;
  return isOnce && workIds.every((id) => accepted.has(id)) ? workIds : refuse('publication.not-accepted');
}

/** People are asked about at least one work. */
export const askAbout = (works: number): 'ask' | Refusal => (works > 0 ? 'ask' : refuse('publication.no-works'));
