import type { FirstRound, Round } from '@libretto/domain';
import { type EntityManager, In } from 'typeorm';
import type { Application } from './application.entity';
import { Declaration } from './declaration.entity';
import { Finding } from './finding.entity';
import { Ruling } from './ruling.entity';
import { Vote } from './vote.entity';

/** The record of a commission's members on one application or several: declarations, findings and votes. */
export interface DeliberationRecord {
  readonly declarations: readonly Declaration[];
  readonly findings: readonly Finding[];
  readonly votes: readonly Vote[];
  /** For applications on appeal: the outcome of the first round. */
  readonly first: ReadonlyMap<string, FirstRound>;
}

/**
 * The members' record on these applications, each in its current round: three statements for any number of
 * applications, and a fourth if there are appeals. The record from before an appeal is kept, but no longer counts.
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

/** For applications on appeal: the first decision and its deciders. */
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
