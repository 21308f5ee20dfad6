import { ReadingExchange } from '../assigning/reading-exchange';

/** How works are spread: evenly; by the language that a group's members and its marker share; or a group to one marker. */
export const planRules = ['even', 'language', 'group'] as const;
export type PlanRule = (typeof planRules)[number];

/** That somebody is asked to mark a work. It gives nobody a right and takes none away. */
export interface Planned {
  readonly workId: string;
  readonly accountId: string;
}

/** A work that needs markers. */
export interface WorkToPlan {
  readonly workId: string;
  readonly groupId: string;
  readonly markers: number;
  /** Who must not mark it: its members, and people of a member's institution. */
  readonly inConflict: ReadonlySet<string>;
  /** The language of most of its members. */
  readonly language: string | null;
}

export interface MarkerToPlan {
  readonly accountId: string;
  readonly language: string;
  /** The markings that they have to do already. */
  readonly load: number;
}

/** Who marked which group before, at any attempt and for any brief. */
export interface MarkedBefore {
  readonly groupId: string;
  readonly accountId: string;
}

export interface MarkingPlan {
  readonly planned: readonly Planned[];
  /** Works that cannot get enough markers. */
  readonly lacking: readonly { readonly workId: string; readonly needed: number; readonly got: number }[];
}

/**
 * Spreads works over markers: as many as the conflicts allow, as much of the earlier plan as possible, and then as even as
 * possible. A language keeps out whoever does not share it, where enough markers do.
 */
export function planMarking(
  works: readonly WorkToPlan[],
  markers: readonly MarkerToPlan[],
  rule: PlanRule,
  { planned, marked }: { readonly planned: readonly Planned[]; readonly marked: readonly MarkedBefore[] },
): MarkingPlan {
  const exchange = new ReadingExchange(
    works.map((work) => {
      const may = mayMarkIt(work, markers, rule);
      return {
        readings: work.markers,
        mayRead: markers.map(({ accountId }) => may.has(accountId)),
        readBefore: markers.map(({ accountId }) =>
          rule === 'group'
            ? marked.some((one) => one.groupId === work.groupId && one.accountId === accountId)
            : planned.some((one) => one.workId === work.workId && one.accountId === accountId),
        ),
      };
    }),
    markers.map(({ load }) => ({ load, limit: Infinity })),
  );
  exchange.run();
  return {
    planned: works.flatMap(({ workId }, at) =>
      [...(exchange.readers[at] ?? [])].flatMap((marker) => {
        const accountId = markers[marker]?.accountId;
        return accountId ? [{ workId, accountId }] : [];
      }),
    ),
    lacking: works.flatMap(({ workId, markers: needed }, at) => {
      const got = exchange.readers[at]?.size ?? 0;
      return got < needed ? [{ workId, needed, got }] : [];
    }),
  };
}

function mayMarkIt(work: WorkToPlan, markers: readonly MarkerToPlan[], rule: PlanRule): ReadonlySet<string> {
  const free = markers.filter(({ accountId }) => !work.inConflict.has(accountId));
  const sharing = free.filter(({ language }) => language === work.language);
  const chosen = rule === 'language' && sharing.length >= work.markers ? sharing : free;
  return new Set(chosen.map(({ accountId }) => accountId));
}

/** The language of most of these people; of two that are as many, the first by its code. */
export function languageOfMost(languages: readonly string[]): string | null {
  const by = Map.groupBy(languages, (language) => language);
  const ordered = [...by].sort(
    ([one, ones], [other, others]) => others.length - ones.length || one.localeCompare(other),
  );
  return ordered[0]?.[0] ?? null;
}
