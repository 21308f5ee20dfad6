import type { FeedbackKind, FeedbackState, FeedbackTerms } from './peer-feedback';
import { inDrawnOrder } from './second-look';

/** Somebody whose group has handed in. */
export interface FeedbackGiver {
  readonly id: string;
  readonly groupId: string;
}

/** That somebody is asked for feedback: `about` a member of their group, or the work of another group. */
export interface FeedbackAsk {
  readonly kind: FeedbackKind;
  readonly giverId: string;
  readonly about: string;
}

export type StandingAsk = FeedbackAsk & { readonly state: FeedbackState };

export interface FeedbackRound {
  readonly givers: readonly FeedbackGiver[];
  readonly works: readonly { readonly id: string; readonly groupId: string }[];
  /** What was asked before. */
  readonly standing: readonly StandingAsk[];
}

/**
 * Who gives feedback to whom. Asked again it keeps what was asked before, gives newcomers theirs, and lets a late work
 * have what nobody has begun yet. Whoever has given all that was asked of them is done and asked for nothing more.
 */
export function askForFeedback(
  round: FeedbackRound,
  { within, across }: Pick<FeedbackTerms, 'within' | 'across'>,
  seed: string,
): FeedbackAsk[] {
  const standing = Map.groupBy(round.standing, ({ giverId }) => giverId);
  return [
    ...(within ? askWithin(round, standing) : []),
    ...(across ? askAcross(round, standing, { give: across.give, seed }) : []),
  ];
}

type ByGiver = ReadonlyMap<string, readonly StandingAsk[]>;

const isDone = (own: readonly StandingAsk[] = []): boolean =>
  own.length > 0 && own.every(({ state }) => state === 'given');

function askWithin({ givers }: FeedbackRound, standing: ByGiver): FeedbackAsk[] {
  const begun = ofKind(standing, 'within').filter(({ state }) => state !== 'to-give');
  const hasBegun = new Set(begun.map(keyOfAsk));
  const groups = Map.groupBy(givers, ({ groupId }) => groupId);
  const wanted = givers
    .filter(({ id }) => !isDone(standing.get(id)))
    .flatMap(({ id: giverId, groupId }) =>
      (groups.get(groupId) ?? [])
        .filter(({ id }) => id !== giverId)
        .map(({ id: about }) => ({ kind: 'within' as const, giverId, about })),
    );
  return [...begun, ...wanted.filter((ask) => !hasBegun.has(keyOfAsk(ask)))];
}

const ofKind = (standing: ByGiver, kind: FeedbackKind) =>
  [...standing.values()].flat().filter((ask) => ask.kind === kind);

/**
 * Everybody in turn gets the works that have least, in an order drawn by the seed; then asks are handed on from works
 * that have more to those that have less, as long as that makes them more even. The exchange that spreads marking
 * searches among markers, of whom there are few: here there are as many works as people.
 */
function askAcross(
  { givers, works }: FeedbackRound,
  standing: ByGiver,
  { give, seed }: { give: number; seed: string },
): FeedbackAsk[] {
  const drawn = inDrawnOrder(works, seed);
  const groupOf = new Map(givers.map(({ id, groupId }) => [id, groupId]));
  const isOther = (giverId: string, work: { groupId: string }) => groupOf.get(giverId) !== work.groupId;
  const workBy = new Map(works.map((work) => [work.id, work]));
  const kept = ofKind(standing, 'across').filter(({ state, giverId, about }) => {
    const work = workBy.get(about);
    return state !== 'to-give' || (groupOf.has(giverId) && work !== undefined && isOther(giverId, work));
  });
  const asks = new Map(works.map(({ id }) => [id, new Map<string, boolean>()]));
  for (const { giverId, about, state } of kept) asks.get(about)?.set(giverId, state === 'to-give');
  const load = (id: string) => asks.get(id)?.size ?? 0;
  const may = (giverId: string, work: { id: string; groupId: string }) =>
    isOther(giverId, work) && !asks.get(work.id)?.has(giverId);

  const asked = Map.groupBy(kept, ({ giverId }) => giverId);
  const leastFirst = drawn.toSorted((one, other) => load(one.id) - load(other.id));
  for (const { id } of inDrawnOrder(givers, seed)) {
    if (isDone(standing.get(id))) continue;
    for (let more = give - (asked.get(id)?.length ?? 0); more > 0; more -= 1) {
      const at = leastFirst.findIndex((work) => may(id, work));
      const [least] = at < 0 ? [] : leastFirst.splice(at, 1);
      if (!least) break;
      asks.get(least.id)?.set(id, true);
      const before = leastFirst.findLastIndex((work) => load(work.id) <= load(least.id));
      leastFirst.splice(before + 1, 0, least);
    }
  }

  for (let chain = evening(); chain; chain = evening())
    for (const { giverId, from, to } of chain) {
      asks.get(from)?.delete(giverId);
      asks.get(to)?.set(giverId, true);
    }

  /** A chain of asks to hand on, from a work to one that has at least two less: the shortest, from where there are most. */
  function evening(): Step[] | null {
    const fewest = Math.min(...drawn.map(({ id }) => load(id)));
    for (const most of drawn.toSorted((one, other) => load(other.id) - load(one.id))) {
      if (load(most.id) - fewest < 2) return null;
      const came = new Map<string, Step | null>([[most.id, null]]);
      for (const from of came.keys())
        for (const [giverId, isMovable] of asks.get(from) ?? [])
          for (const to of isMovable ? drawn : []) {
            if (came.has(to.id) || !may(giverId, to)) continue;
            came.set(to.id, { giverId, from, to: to.id });
            if (load(most.id) - load(to.id) >= 2) return chainTo(to.id, came);
          }
    }
    return null;
  }

  const aboutNoWork = kept.filter(({ about }) => !asks.has(about));
  return [
    ...aboutNoWork,
    ...[...asks].flatMap(([about, from]) =>
      [...from.keys()].map((giverId) => ({ kind: 'across' as const, giverId, about })),
    ),
  ];
}

interface Step {
  readonly giverId: string;
  readonly from: string;
  readonly to: string;
}

function chainTo(end: string, came: ReadonlyMap<string, Step | null>): Step[] {
  const chain: Step[] = [];
  for (let step = came.get(end); step; step = came.get(step.from)) chain.unshift(step);
  // Each work hands on before it takes, so the last step comes first.
  return chain.reverse();
}

/** What makes two asks the same, whatever became of them. */
export const keyOfAsk = ({ kind, giverId, about }: FeedbackAsk): string => `${kind} ${giverId} ${about}`;
