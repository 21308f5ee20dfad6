import { type Refusal, refuse } from '../refusal';
import { ReadingExchange } from '../assigning/reading-exchange';

/** Records that a member is asked to read a dossier. It takes the right to read others from nobody. */
export interface Assigned {
  readonly applicationId: string;
  readonly accountId: string;
}

/** A dossier that needs readers. */
export interface DossierToAssign {
  readonly applicationId: string;
  /** The number of readers: its quorum, so that they can bring it to a ruling. */
  readonly readers: number;
  /** Its chair, who reads it regardless of the load: the ruling waits for that vote. */
  readonly chairId: string | null;
  readonly inConflict: ReadonlySet<string>;
}

/** A member with their limit of dossiers. `null`: no limit. */
export interface MemberToAssign {
  readonly accountId: string;
  readonly limit: number | null;
}

/** A dossier that cannot get enough readers, and the reason. */
export interface LackOfReaders {
  readonly applicationId: string;
  readonly needed: number;
  readonly got: number;
  readonly why: Refusal;
}

export interface Assignments {
  readonly assigned: readonly Assigned[];
  readonly lacking: readonly LackOfReaders[];
}

/**
 * Spreads dossiers over members. In this order: as many readers as the conflicts and limits allow; as many of the
 * earlier assignments as possible; loads as even as possible. A chair's limit holds only for dossiers that they do not
 * chair.
 */
export function assign(
  dossiers: readonly DossierToAssign[],
  members: readonly MemberToAssign[],
  before: readonly Assigned[],
): Assignments {
  const earlier = new Set(before.map(keyOf));
  const chairs = dossiers.map(({ chairId, inConflict }) =>
    members.findIndex(({ accountId }) => accountId === chairId && !inConflict.has(accountId)),
  );
  const open = dossiers.map(({ applicationId, readers, inConflict }, at) => ({
    readings: readers - (chairs[at] === -1 ? 0 : 1),
    mayRead: members.map(({ accountId }, member) => member !== chairs[at] && !inConflict.has(accountId)),
    readBefore: members.map(({ accountId }) => earlier.has(keyOf({ applicationId, accountId }))),
  }));
  const exchange = new ReadingExchange(
    open,
    members.map(({ limit }, member) => ({
      load: chairs.filter((chair) => chair === member).length,
      limit: limit ?? Infinity,
    })),
  );
  exchange.run();
  const readersOf = (at: number) =>
    members.filter((_, member) => member === chairs[at] || exchange.readers[at]?.has(member));
  return {
    assigned: dossiers.flatMap(({ applicationId }, at) =>
      readersOf(at).map(({ accountId }) => ({ applicationId, accountId })),
    ),
    lacking: dossiers.flatMap((dossier, at) => lackOf(dossier, members, readersOf(at).length) ?? []),
  };
}

function lackOf(
  { applicationId, readers: needed, inConflict }: DossierToAssign,
  members: readonly MemberToAssign[],
  got: number,
): LackOfReaders | null {
  if (got >= needed) return null;
  const free = members.filter(({ accountId }) => !inConflict.has(accountId)).length;
  const why =
    free < needed
      ? refuse('admissions.too-few-without-conflict', { needed, free })
      : refuse('admissions.limits-reached', { needed, got, full: free - got });
  return { applicationId, needed, got, why };
}

/** The changes of a run: readings that are new, go from one member to another, stay, or end. */
export function movesBetween(before: readonly Assigned[], after: readonly Assigned[]) {
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const by = (list: readonly Assigned[]) => {
    const count = new Map<string, number>();
    for (const { applicationId } of list) count.set(applicationId, (count.get(applicationId) ?? 0) + 1);
    return count;
  };
  const given = after.filter((one) => !was.has(keyOf(one)));
  const gone = before.filter((one) => !is.has(keyOf(one)));
  const goneBy = by(gone);
  const moved = [...by(given)].reduce(
    (sum, [applicationId, count]) => sum + Math.min(count, goneBy.get(applicationId) ?? 0),
    0,
  );
  return {
    given,
    gone,
    added: given.length - moved,
    moved,
    ended: gone.length - moved,
    kept: after.length - given.length,
  };
}

const keyOf = ({ applicationId, accountId }: Assigned): string => `${applicationId} ${accountId}`;
