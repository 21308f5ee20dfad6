import { type Refusal, refuse } from '../refusal';
import type { Work } from './work';

/** The limit of one attempt. Each version is kept for good, so there has to be one. */
export const mostVersions = 30;

/** A group's situation when it wants to hand something in. */
export interface HandingIn {
  /** The group's newest work, if it ever handed one in. */
  readonly latest: Work | null;
  /** The number of attempts that the programme gives a group. */
  readonly attempts: number;
  /** The deadline for a version of `attemptNow(latest)`. */
  readonly deadline: Date;
}

/** The attempt that a group is at: the next one after a released work that was not passed. */
export function attemptNow(latest: Pick<Work, 'attempt' | 'state' | 'outcome'> | null): number {
  if (!latest) return 1;
  return latest.state === 'released' && latest.outcome === 'not-passed' ? latest.attempt + 1 : latest.attempt;
}

/** The attempt and version that a file handed in now becomes. The last moment of the deadline still counts. */
export function handIn(
  { latest, attempts, deadline }: HandingIn,
  now: Date,
): { attempt: number; version: number } | Refusal {
  if (latest?.state === 'released' && latest.outcome === 'passed') return refuse('project-work.already-passed');
  const attempt = attemptNow(latest);
  if (attempt > attempts) return refuse('project-work.no-attempt-left', { attempts });
  const current = latest?.attempt === attempt ? latest : null;
  // A marker who has started to read must not be left with a version that no longer counts.
  if (current && (current.state === 'marked' || current.markings > 0)) return refuse('project-work.being-marked');
  if (current && current.versions >= mostVersions)
    return refuse('project-work.too-many-versions', { most: mostVersions });
  if (now > deadline) return refuse('project-work.deadline-passed', { deadline: deadline.toISOString() });
  return { attempt, version: (current?.versions ?? 0) + 1 };
}

/** A deadline only ever moves to a later moment that has not passed: nobody loses time that was promised. */
export function extendDeadline(from: Date, to: Date, now: Date): Date | Refusal {
  if (to <= from) return refuse('project-work.deadline-not-later', { deadline: from.toISOString() });
  if (to <= now) return refuse('project-work.deadline-in-the-past');
  return to;
}
