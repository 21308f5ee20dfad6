import type { FirstRound, Round } from '@libretto/domain';
import { type EntityManager, In } from 'typeorm';
import type { Application } from './application.entity';
import { Declaration } from './declaration.entity';
import { Finding } from './finding.entity';
import { Ruling } from './ruling.entity';
import { Vote } from './vote.entity';

/** What the members of a commission have put on record, of one application or of several: declarations, findings and votes. */
export interface DeliberationRecord {
  readonly declarations: readonly Declaration[];
  readonly findings: readonly Finding[];
  readonly votes: readonly Vote[];
  /** Of applications on appeal, what the first round came to. */
  readonly first: ReadonlyMap<string, FirstRound>;
}

/**
 * What members have put on record of these applications, in the round in which each is: three statements, whatever their number,
 * and a fourth where there are appeals. What was said before an appeal stays on record, and counts no more.
 */
export async function deliberationRecordOf(
  manager: EntityManager,
  applications: readonly Pick<Application, 'id' | 'round'>[],
): Promise<DeliberationRecord> {
  if (!applications.length) return { declarations: [], findings: [], votes: [], first: new Map() };
  const of = { applicationId: In(applications.map(({ id }) => id)) };
  const roundOf = new Map(applications.map(({ id, round }) => [id, round]));
  const isOfItsRound = (one: { applicationId: string; round: Round }) => one.round === roundOf.get(one.applicationId);
  const votes = await manager.find(Vote, { where: of, order: { at: 'ASC', id: 'ASC' } });
  return {
    declarations: await manager.findBy(Declaration, of),
    findings: (await manager.findBy(Finding, of)).filter(isOfItsRound),
    votes: votes.filter(isOfItsRound),
    first: await firstRounds(
      manager,
      applications.flatMap(({ id, round }) => (round === 2 ? id : [])),
      votes,
    ),
  };
}

/** Of applications on appeal: what was decided first, and by whom. */
async function firstRounds(
  manager: EntityManager,
  applicationIds: string[],
  votes: readonly Vote[],
): Promise<Map<string, FirstRound>> {
  if (!applicationIds.length) return new Map();
  const rulings = await manager.find(Ruling, {
    select: { id: true, applicationId: true, byId: true, decision: true },
    where: { number: 1, applicationId: In(applicationIds) },
  });
  const votersOn = (id: string) =>
    votes.flatMap((vote) => (vote.applicationId === id && vote.round === 1 ? vote.accountId : []));
  return new Map(
    rulings.map(({ applicationId, byId, decision }) => [
      applicationId,
      { decision, ruledBy: new Set([byId, ...votersOn(applicationId)]) },
    ]),
  );
}
