import type { FirstRound, Round } from '@libretto/domain';
import { rowsOf } from '../../../platform/database/read-together';
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

/** Selects the rows of the applications `:...applicationIds`. */
export const onThese = 'WHERE it.applicationId IN (:...applicationIds)';

/** The rows of the members' record on these applications, for a statement that reads other rows too. */
export const recordRows = (applicationIds: readonly string[]) => ({
  declarations: rowsOf(Declaration, onThese, { applicationIds }),
  findings: rowsOf(Finding, onThese, { applicationIds }),
  votes: rowsOf(Vote, onThese, { applicationIds }, { by: ['at', 'id'] }),
  firstRulings: rowsOf(
    Ruling,
    `${onThese} AND it.number = 1`,
    { applicationIds },
    { columns: ['applicationId', 'byId', 'decision'] },
  ),
});

interface RecordRows {
  readonly declarations: readonly Declaration[];
  readonly findings: readonly Finding[];
  readonly votes: readonly Vote[];
  readonly firstRulings: readonly Pick<Ruling, 'applicationId' | 'byId' | 'decision'>[];
}

/**
 * The record that these rows make, each application in its round. The record from before an appeal is kept, but no longer
 * counts.
 */
export function recordOf(
  { declarations, findings, votes, firstRulings }: RecordRows,
  applications: readonly Pick<Application, 'id' | 'round'>[],
): DeliberationRecord {
  const roundOf = new Map(applications.map(({ id, round }) => [id, round]));
  const isOfItsRound = (one: { applicationId: string; round: Round }) => one.round === roundOf.get(one.applicationId);
  const votersOn = (id: string) =>
    votes.flatMap((vote) => (vote.applicationId === id && vote.round === 1 ? vote.accountId : []));
  return {
    declarations: declarations.filter(({ applicationId }) => roundOf.has(applicationId)),
    findings: findings.filter(isOfItsRound),
    votes: votes.filter(isOfItsRound),
    first: new Map(
      firstRulings
        .filter(({ applicationId }) => roundOf.get(applicationId) === 2)
        .map(({ applicationId, byId, decision }) => [
          applicationId,
          { decision, ruledBy: new Set([byId, ...votersOn(applicationId)]) },
        ]),
    ),
  };
}
