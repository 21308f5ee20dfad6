import { isRefusal, type Refusal, refuse } from '../refusal';
import { attemptNow, type ProjectWorkTerms } from './handing-in';
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
  /** A sample of the works is to be looked at once more, and has not been drawn. */
  readonly sampleIsDue: boolean;
}

/** What a round is collected from. */
export interface RoundFacts {
  /** The works of all attempts, by attempt. */
  readonly works: readonly (Work & { readonly groupId: string })[];
  /** Those whose results are not released. */
  readonly waiting: readonly Pick<Work, 'state' | 'outcome' | 'attempt'>[];
  readonly groups: readonly { readonly id: string; readonly members: number }[];
  /** The number of participants. */
  readonly people: number;
  /** Of those in no group: how many have more time of their own that has not run out. */
  readonly aloneWithTime: number;
}

/** The works that would be released now, who may still hand in, and the further attempts that this would give. */
export function roundOf(
  { works, waiting, groups, people, aloneWithTime }: RoundFacts,
  { by, attempts, until }: ProjectWorkTerms,
  now: Date,
): Omit<ReleaseRound, 'nextDeadline' | 'sampleIsDue'> & { readonly nextAttempts: readonly number[] } {
  const latest = new Map(works.map((work) => [work.groupId, work]));
  const mayCome = groups.filter(({ id }) => {
    const work = latest.get(id) ?? null;
    if (work && (work.state !== 'released' || isSettled(work, attempts))) return false;
    return until(attemptNow(work), id) >= now;
  });
  // Somebody without a group of their own works alone, where the programme lets people work alone.
  const grouped = groups.reduce((sum, { members }) => sum + members, 0);
  const alone = by !== 'person' ? 0 : until(1) >= now ? people - grouped : aloneWithTime;
  const again = waiting.filter(({ outcome, attempt }) => outcome === 'not-passed' && attempt < attempts);
  return {
    works: waiting,
    groupsToCome: mayCome.length + alone,
    mayTryAgain: again.length,
    nextAttempts: [...new Set(again.map(({ attempt }) => attempt + 1))],
  };
}

/** Results are released together: the numbers to be released now, or the refusal. */
export function releaseTogether(round: ReleaseRound, now: Date): { passed: number; notPassed: number } | Refusal {
  if (round.works.length === 0) return refuse('project-work.nothing-to-release');
  const unmarked = round.works.filter(({ state }) => state !== 'marked').length;
  if (unmarked > 0) return refuse('project-work.works-unmarked', { works: unmarked });
  if (round.sampleIsDue) return refuse('project-work.sample-not-drawn');
  if (round.groupsToCome > 0) return refuse('project-work.groups-to-come', { groups: round.groupsToCome });
  if (round.mayTryAgain > 0 && (!round.nextDeadline || round.nextDeadline <= now))
    return refuse('project-work.next-deadline-missing', { groups: round.mayTryAgain });
  const passed = round.works.filter(({ outcome }) => outcome === 'passed').length;
  return { passed, notPassed: round.works.length - passed };
}

/** One result goes out before the others, with a reason: it is agreed, and who has not passed knows until when to try again. */
export function releaseAlone(
  work: Pick<Work, 'state' | 'outcome' | 'attempt'>,
  { attempts, sampleIsDue, nextDeadline }: { attempts: number } & Pick<ReleaseRound, 'sampleIsDue' | 'nextDeadline'>,
  now: Date,
): true | Refusal {
  const mayTryAgain = work.outcome === 'not-passed' && work.attempt < attempts ? 1 : 0;
  const answer = releaseTogether({ works: [work], groupsToCome: 0, mayTryAgain, sampleIsDue, nextDeadline }, now);
  return isRefusal(answer) ? answer : true;
}

/** Whether the group's result is out for good: passed, or not passed with no attempt left. */
export const isSettled = (latest: Work, attempts: number): boolean =>
  latest.state === 'released' && (latest.outcome === 'passed' || latest.attempt >= attempts);
