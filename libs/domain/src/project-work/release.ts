import { type Refusal, refuse } from '../refusal';
import type { Work } from './work';

/** The facts that a coordinator checks before releasing. */
export interface ReleaseRound {
  /** The works with unreleased results. */
  readonly works: readonly Pick<Work, 'state' | 'outcome'>[];
  /** Groups that may still hand in before their deadline. */
  readonly groupsToCome: number;
  /** The deadline of another attempt for groups that did not pass, if the programme gives one. */
  readonly nextDeadline: Date | null;
  /** The number of works without a pass that have another attempt. */
  readonly mayTryAgain: number;
}

/** Results are released together: the numbers to be released now, or the refusal. */
export function releaseTogether(round: ReleaseRound, now: Date): { passed: number; notPassed: number } | Refusal {
  if (round.works.length === 0) return refuse('project-work.nothing-to-release');
  const unmarked = round.works.filter(({ state }) => state !== 'marked').length;
  if (unmarked > 0) return refuse('project-work.works-unmarked', { works: unmarked });
  if (round.groupsToCome > 0) return refuse('project-work.groups-to-come', { groups: round.groupsToCome });
  if (round.mayTryAgain > 0 && (!round.nextDeadline || round.nextDeadline <= now))
    return refuse('project-work.next-deadline-missing', { groups: round.mayTryAgain });
  const passed = round.works.filter(({ outcome }) => outcome === 'passed').length;
  return { passed, notPassed: round.works.length - passed };
}

/** Whether the group's result is out for good: passed, or not passed with no attempt left. */
export const isSettled = (latest: Work, attempts: number): boolean =>
  latest.state === 'released' && (latest.outcome === 'passed' || latest.attempt >= attempts);
