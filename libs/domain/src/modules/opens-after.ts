import { type Refusal, refuse } from '../refusal';
import { isOpenOn } from './progress';

/** A material, and the one of its module that has to be finished first. */
export interface Conditional {
  readonly id: string;
  readonly opensAfterId: string | null;
}

/**
 * Whether a material is open to a participant: its day has come, and the one of `all` that it opens after is finished. One
 * that was taken off keeps nobody waiting.
 */
export const isOpenTo = (
  { opensOn, opensAfterId }: { readonly opensOn: string | null; readonly opensAfterId: string | null },
  today: string,
  all: ReadonlyMap<string, { readonly finishedAt: unknown }>,
): boolean => isOpenOn(opensOn, today) && (opensAfterId === null || all.get(opensAfterId)?.finishedAt !== null);

/**
 * Whether a material may open after another one of `all`, the materials of its module. In a circle none could ever be opened: what
 * `afterId` itself waits for, step by step, must not lead back.
 */
export function mayOpenAfter(all: readonly Conditional[], id: string, afterId: string | null): true | Refusal {
  if (afterId === null) return true;
  const after = new Map(all.map((material) => [material.id, material.opensAfterId]));
  if (!after.has(afterId)) return refuse('modules.condition-elsewhere');
  const seen = new Set<string>();
  for (let at: string | null = afterId; at !== null && !seen.has(at); at = after.get(at) ?? null) {
    if (at === id) return refuse('modules.condition-in-circle');
    seen.add(at);
  }
  return true;
}
