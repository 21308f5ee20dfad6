import { type Refusal, refuse } from '../refusal';
import type { BriefAuthors } from './briefs';
import type { LatePolicy } from './lateness';
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
  /** What becomes of a version that comes later. */
  readonly late?: LatePolicy | undefined;
  /** Whether whoever has handed in reads works of other groups from the first deadline on. */
  readonly readsPeers?: boolean | undefined;
  /** Whether they could do so already, before more time was given. */
  readonly couldRead?: boolean | undefined;
}

/** A work with the time of its newest version. */
export interface HandedIn extends Work {
  readonly handedInAt?: Date | undefined;
}

/** The attempt that a group is at: the next one after a released work that was not passed. */
export function attemptNow(latest: Pick<Work, 'attempt' | 'state' | 'outcome'> | null): number {
  if (!latest) return 1;
  return latest.state === 'released' && latest.outcome === 'not-passed' ? latest.attempt + 1 : latest.attempt;
}

/** What a brief asks of handing in, and when each attempt ends. */
export interface ProjectWorkTerms {
  readonly by: BriefAuthors;
  /** The number of attempts that the programme gives a group. */
  readonly attempts: number;
  /** Of a group, or of everybody. */
  readonly until: (attempt: number, groupId?: string) => Date;
  /** When time was given last although that deadline had passed. */
  readonly reopened?: ((attempt: number) => Date | null) | undefined;
  readonly late?: LatePolicy | undefined;
  readonly peerFeedback?: { readonly across?: object | undefined } | undefined;
}

/** The standing of a group, whose works come in any order: its newest one, its attempt, and what a file would become. */
export function standingOfGroup<One extends HandedIn>(
  { works, hasGroup }: { works: readonly One[]; hasGroup: boolean },
  { by, attempts, until, reopened, late, peerFeedback }: ProjectWorkTerms,
  now: Date,
): { latest: One | null; attempt: number; next: ReturnType<typeof handIn> } {
  const latest = works.toSorted((one, other) => other.attempt - one.attempt)[0] ?? null;
  const attempt = Math.min(attemptNow(latest), attempts);
  if (by !== 'person' && !hasGroup) return { latest, attempt, next: refuse('project-work.no-group') };
  const readsPeers = peerFeedback?.across !== undefined;
  const [deadline, couldRead] = [until(attempt), hadHandedIn(latest, reopened?.(attempt) ?? null)];
  return { latest, attempt, next: handIn({ latest, attempts, deadline, late, readsPeers, couldRead }, now) };
}

/** Whether a group had handed in already when more time was given after its deadline. */
const hadHandedIn = (latest: HandedIn | null, reopenedAt: Date | null): boolean =>
  reopenedAt !== null && latest?.handedInAt !== undefined && latest.handedInAt < reopenedAt;

/** The attempt and version that a file handed in now becomes. The last moment of the deadline still counts. */
export function handIn(
  { latest, attempts, deadline, late = 'refuse', readsPeers = false, couldRead = false }: HandingIn,
  now: Date,
): { attempt: number; version: number; isLate: boolean } | Refusal {
  if (latest?.state === 'released' && latest.outcome === 'passed') return refuse('project-work.already-passed');
  const attempt = attemptNow(latest);
  if (attempt > attempts) return refuse('project-work.no-attempt-left', { attempts });
  const current = latest?.attempt === attempt ? latest : null;
  // A marker who has started to read must not be left with a version that no longer counts.
  if (current && (current.state === 'marked' || current.markings > 0)) return refuse('project-work.being-marked');
  if (current && current.versions >= mostVersions)
    return refuse('project-work.too-many-versions', { most: mostVersions });
  const isLate = now > deadline;
  if (isLate && late === 'refuse') return refuse('project-work.deadline-passed', { deadline: deadline.toISOString() });
  // Only the works of the first attempt are with others.
  if ((isLate || couldRead) && readsPeers && current && attempt === 1) return refuse('project-work.peers-read');
  return { attempt, version: (current?.versions ?? 0) + 1, isLate };
}

/** A deadline only ever moves to a later moment that has not passed: nobody loses time that was promised. */
export function extendDeadline(from: Date, to: Date, now: Date): Date | Refusal {
  if (to <= from) return refuse('project-work.deadline-not-later', { deadline: from.toISOString() });
  if (to <= now) return refuse('project-work.deadline-in-the-past');
  return to;
}

/**
 * Whether more time is of use to one group: not where it has handed in and could read the works of others since its
 * deadline, as it may not hand in again. Time for all is of use to those who have not handed in.
 */
export function mayGiveTime(
  {
    latest,
    deadline,
    readsPeers,
  }: { latest: Pick<Work, 'attempt' | 'state' | 'outcome'> | null; deadline: Date; readsPeers: boolean },
  now: Date,
): true | Refusal {
  const isWithPeers = readsPeers && latest !== null && attemptNow(latest) === 1;
  return isWithPeers && now > deadline ? refuse('project-work.peers-could-read') : true;
}

/** The kinds of files that a brief can ask for, with the types of their bytes. */
export const workFileKinds = {
  pdf: ['application/pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  odt: ['application/vnd.oasis.opendocument.text'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  odp: ['application/vnd.oasis.opendocument.presentation'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/heic'],
} as const;
export type WorkFileKind = keyof typeof workFileKinds;

/** The endings that names of these kinds have. */
const endingsOfKind: Readonly<Record<WorkFileKind, readonly string[]>> = {
  ...{ pdf: ['pdf'], docx: ['docx'], odt: ['odt'], pptx: ['pptx'], odp: ['odp'], xlsx: ['xlsx'], ods: ['ods'] },
  image: ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'heic', 'heif'],
};
export const endingsOfKinds = (kinds: readonly WorkFileKind[]): string[] =>
  kinds.flatMap((kind) => endingsOfKind[kind]);

/** Whether a file is of a kind that the brief asks for; a brief that names none takes all that the product takes. */
export function takesFile(kinds: readonly WorkFileKind[] | null, type: string): true | Refusal {
  if (!kinds || kinds.some((kind) => (workFileKinds[kind] as readonly string[]).includes(type))) return true;
  return refuse('project-work.file-kind-not-asked', { kinds: kinds.join(', ') });
}

/** The same before its bytes come, by its name: its end says what it is meant to be, and nothing that could be believed. */
export function takesName(kinds: readonly WorkFileKind[] | null, name: string): true | Refusal {
  const ending = /\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase();
  if (!kinds || ending === undefined || endingsOfKinds(kinds).includes(ending)) return true;
  return refuse('project-work.file-kind-not-asked', { kinds: kinds.join(', ') });
}

/** Whether the group says that the work is its own, where the brief asks for it. */
export const statesOriginality = (isAsked: boolean, isStated: boolean): true | Refusal =>
  !isAsked || isStated || refuse('project-work.originality-not-stated');
