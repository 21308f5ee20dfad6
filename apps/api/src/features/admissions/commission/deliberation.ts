import type { AdmissionTerms, Deliberation } from '@libretto/domain';
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

/** What the rules look at when they decide on one application. */
export function deliberationOn(application: ApplicationOnList, terms: AdmissionTerms, bench: Bench, said: Said): Deliberation {
  const ofThis = ({ applicationId }: { applicationId: string }) => applicationId === application.id;
  return {
    state: application.state,
    terms,
    members: bench.members,
    inConflict: new Set(bench.conflictsWith(application, said.declarations).keys()),
    votes: votesThatCount(said.votes.filter(ofThis)),
    findings: said.findings.filter(ofThis),
  };
}
