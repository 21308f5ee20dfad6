import { type Refusal, refuse } from '../refusal';
import { attemptNow } from './handing-in';
import type { Work } from './work';

/** What a group writes is kept change by change, so it has a limit. */
export const mostTextKilobytes = 4096;
/** Files and tasks that a workspace shows without pages. */
export const mostWorkspaceFiles = 50;
export const mostWorkspaceTasks = 100;

/** The headings with which the text of a focus group begins. */
export const focusOutline = ['theory', 'practice', 'challenges', 'next-steps'] as const;

/**
 * Whether a group still changes its workspace, which is its text, its tasks and its files: until its work is being marked, and
 * again where another attempt follows. Whoever marks may look up how the work came about, and it stays as it was then.
 * The deadline does not end it: what counts is what was handed in.
 */
export function mayWriteTogether(latest: Work | null, attempts: number): true | Refusal {
  if (!latest) return true;
  if (latest.state === 'released' && latest.outcome === 'passed') return refuse('project-work.already-passed');
  const attempt = attemptNow(latest);
  if (attempt > attempts) return refuse('project-work.no-attempt-left', { attempts });
  const isBeingMarked = latest.attempt === attempt && (latest.state !== 'handed-in' || latest.markings > 0);
  return isBeingMarked ? refuse('project-work.being-marked') : true;
}

/** Somebody who pauses for longer begins anew, as does whoever has written for an hour. */
const longestPauseMs = 5 * 60_000;
const longestGoMs = 60 * 60_000;

/** A change of a text; one that was merged of several began before it ended. */
export interface TextChange {
  readonly accountId: string | null;
  readonly since: Date;
  readonly at: Date;
}

/** Changes in their order, those together that one person made in one go. */
export function goesOf<Change extends TextChange>(changes: readonly Change[]): Change[][] {
  const goes: Change[][] = [];
  for (const change of changes) {
    const go = goes.at(-1);
    const [first, last] = [go?.[0], go?.at(-1)];
    const goesOn =
      first?.accountId === change.accountId &&
      last !== undefined &&
      change.since.getTime() - last.at.getTime() <= longestPauseMs &&
      change.at.getTime() - first.since.getTime() <= longestGoMs;
    if (goesOn) go?.push(change);
    else goes.push([change]);
  }
  return goes;
}
