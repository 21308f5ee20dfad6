import { attemptNow, isSettled, type ReleaseRound } from '@libretto/domain';
import type { EntityManager } from 'typeorm';
import type { EditionCard } from '../../editions';
import { deadlinesOf } from '../work/deadlines';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Work } from '../work/work.entity';

/** The works that would be released now, and the obstacles: preview and release share them. */
export interface RoundOnTheTable {
  round: Omit<ReleaseRound, 'nextDeadline'>;
  /** The works with unreleased results. */
  waiting: Work[];
  /** The attempts that groups without a pass would get. */
  nextAttempts: number[];
}

/** Collects a round. `waiting` are the works that are not released, locked if the caller means to release them. */
export async function roundOf(
  from: EntityManager,
  edition: EditionCard,
  { waiting, people, now }: { waiting: Work[]; people: number; now: Date },
): Promise<RoundOnTheTable> {
  const { attempts, by } = edition.definition.projectWork;
  const deadlines = await deadlinesOf(from, edition);
  const latest = new Map<string, Work>();
  for (const work of await from.find(Work, { where: { editionId: edition.id }, order: { attempt: 'ASC' } }))
    latest.set(work.groupId, work);
  const groups = await from.findBy(ProjectGroup, { editionId: edition.id });
  const mayCome = groups.filter(({ id }) => {
    const work = latest.get(id) ?? null;
    if (work && (work.state !== 'released' || isSettled(work, attempts))) return false;
    return deadlines(attemptNow(work)).until >= now;
  });
  const alone = by === 'person' && deadlines(1).until >= now ? people - (await membersOf(from, edition.id)) : 0;
  const again = waiting.filter((work) => work.outcome === 'not-passed' && work.attempt < attempts);
  return {
    waiting,
    nextAttempts: [...new Set(again.map(({ attempt }) => attempt + 1))],
    round: { works: waiting, groupsToCome: mayCome.length + alone, mayTryAgain: again.length },
  };
}

const membersOf = (from: EntityManager, editionId: string): Promise<number> =>
  from
    .createQueryBuilder(GroupMember, 'member')
    .innerJoin(ProjectGroup, 'grp', 'grp.id = member.groupId')
    .where('grp.editionId = :editionId', { editionId })
    .getCount();
