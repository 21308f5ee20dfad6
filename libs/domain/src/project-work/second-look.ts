import { type Refusal, refuse } from '../refusal';
import type { WorkMark } from './grades';
import type { Work } from './work';

/** Why somebody looks at a marked work once more: it was drawn into a sample, or its result was appealed. */
export const secondLooks = ['moderation', 'appeal'] as const;
export type SecondLook = (typeof secondLooks)[number];

/** Who would look. */
export interface Looker {
  readonly isMember: boolean;
  /** They marked the work, or looked a second time already. */
  readonly hasJudged: boolean;
}

/** A second look is somebody else's. */
export function mayLookAgain(isAsked: boolean, { isMember, hasJudged }: Looker): true | Refusal {
  if (!isAsked) return refuse('project-work.no-second-look');
  if (isMember) return refuse('project-work.own-work');
  return hasJudged ? refuse('project-work.look-by-somebody-else') : true;
}

/** A mark as it is kept, or as a reply has it. */
type SaidMark = Pick<WorkMark, 'outcome'> & { readonly grade?: string | null | undefined };

/** It confirms the mark, or changes it; either way it says why. */
export const isChange = (before: SaidMark, after: SaidMark): boolean =>
  before.outcome !== after.outcome || before.grade !== after.grade;

/** How much of the marked works is looked at once more. */
export interface SampleRule {
  readonly percent: number;
  readonly least: number;
}

/**
 * The works of a sample: so many of them, drawn by a seed. Whoever has the seed and the works draws the same again, in
 * whatever order they come.
 */
export function drawSample(workIds: readonly string[], { percent, least }: SampleRule, seed: string): string[] {
  const size = Math.min(workIds.length, Math.max(least, Math.ceil((workIds.length * percent) / 100)));
  return inDrawnOrder(
    workIds.map((id) => ({ id })),
    seed,
  )
    .slice(0, size)
    .map(({ id }) => id);
}

/** In an order that is drawn by a seed, whatever the order in which they come. */
export const inDrawnOrder = <Item extends { readonly id: string }>(items: readonly Item[], seed: string): Item[] =>
  items
    .map((item) => ({ item, lot: lotOf(`${seed} ${item.id}`) }))
    .sort((one, other) => one.lot - other.lot || one.item.id.localeCompare(other.item.id))
    .map(({ item }) => item);

/** A number that a text is scattered to: FNV-1a, mixed once more so that similar texts lie far apart. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Where a result could be appealed. */
export interface ReleasedResult {
  readonly work: Pick<Work, 'state'>;
  /** The days that the brief gives; `null`: it hears no appeals. */
  readonly days: number | null;
  readonly releasedAt: Date | null;
  readonly hasAppealed: boolean;
  /** The group handed in again since. */
  readonly hasMovedOn: boolean;
}

/** The last moment of an appeal. */
export const appealUntil = (releasedAt: Date, days: number): Date => new Date(releasedAt.getTime() + days * 86_400_000);

/** A result is appealed once, within its days, before the group hands in again. */
export function mayAppeal(
  { work, days, releasedAt, hasAppealed, hasMovedOn }: ReleasedResult,
  now: Date,
): true | Refusal {
  if (days === null) return refuse('project-work.no-appeals');
  if (work.state !== 'released' || !releasedAt) return refuse('project-work.no-result-yet');
  if (hasAppealed) return refuse('project-work.appealed-already');
  if (hasMovedOn) return refuse('project-work.handed-in-again');
  return now <= appealUntil(releasedAt, days) || refuse('project-work.appeal-too-late', { days });
}
