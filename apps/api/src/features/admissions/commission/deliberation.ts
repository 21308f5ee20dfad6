import { type AdmissionTerms, baseOf, type Deliberation, type FirstRound, type QuorumBase } from '@libretto/domain';
import type { ApplicationOnList } from '../application/application.entity';
import type { Bench } from './bench';
import type { Declaration } from './declaration.entity';
import type { Finding } from './finding.entity';
import type { Vote } from './vote.entity';

/** Everything that members have said, of one application or of several. */
export interface Said {
  readonly declarations: readonly Declaration[];
  readonly findings: readonly Finding[];
  readonly votes: readonly Vote[];
  /** Of applications on appeal, what the first round came to. */
  readonly first: ReadonlyMap<string, FirstRound>;
}

/** Of each member the vote that counts, among the votes of one round: the last one. */
export function votesThatCount(votes: readonly Vote[]): Vote[] {
  const last = new Map<string, Vote>();
  for (const vote of votes) {
    const key = `${vote.applicationId} ${vote.accountId}`;
    if ((last.get(key)?.number ?? 0) < vote.number) last.set(key, vote);
  }
  return [...last.values()];
}

/** Who decides on an application in the round in which it is, and who of them chairs it. */
export const baseOn = (application: ApplicationOnList, bench: Bench, said: Pick<Said, 'declarations' | 'first'>): QuorumBase =>
  baseOf({
    members: bench.members,
    inConflict: new Set(bench.conflictsWith(application, said.declarations).keys()),
    first: said.first.get(application.id) ?? null,
  });

/**
 * An application as it lies before one member. To whoever does not decide on an appeal it stays as it was ruled on: neither
 * statement nor new evidence, and no work.
 */
export const asItLiesBefore = <On extends ApplicationOnList>(accountId: string, application: On, bench: Bench, said: Said): On =>
  application.state !== 'appealed' || baseOn(application, bench, said).members.some((member) => member.accountId === accountId)
    ? application
    : { ...application, state: 'ruled', round: 1, version: application.version - 1 };

/** What the rules look at when they decide on one application. */
export function deliberationOn(application: ApplicationOnList, terms: AdmissionTerms, bench: Bench, said: Said): Deliberation {
  const ofThis = ({ applicationId }: { applicationId: string }) => applicationId === application.id;
  return {
    state: application.state,
    terms,
    members: bench.members,
    inConflict: new Set(bench.conflictsWith(application, said.declarations).keys()),
    asked: new Set(bench.members.flatMap(({ accountId }) => (bench.claimsOn(accountId, application, said.declarations).length ? accountId : []))),
    first: said.first.get(application.id) ?? null,
    votes: votesThatCount(said.votes.filter(ofThis)),
    findings: said.findings.filter(ofThis),
  };
}
