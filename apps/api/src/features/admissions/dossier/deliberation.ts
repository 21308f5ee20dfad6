import { type AdmissionTerms, baseOf, type Deliberation, type QuorumBase } from '@libretto/domain';
import type { ApplicationOnList } from './application.entity';
import type { CommissionPanel } from './commission-panel';
import type { DeliberationRecord } from './deliberation-record';
import type { Vote } from './vote.entity';

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
export const baseOn = (
  application: ApplicationOnList,
  panel: CommissionPanel,
  record: Pick<DeliberationRecord, 'declarations' | 'first'>,
): QuorumBase =>
  baseOf({
    members: panel.members,
    inConflict: new Set(panel.conflictsWith(application, record.declarations).keys()),
    first: record.first.get(application.id) ?? null,
  });

/**
 * An application as it lies before one member. To whoever does not decide on an appeal it stays as it was ruled on: neither
 * statement nor new evidence, and no work.
 */
export const asItLiesBefore = <On extends ApplicationOnList>(
  accountId: string,
  application: On,
  panel: CommissionPanel,
  record: DeliberationRecord,
): On =>
  application.state !== 'appealed' ||
  baseOn(application, panel, record).members.some((member) => member.accountId === accountId)
    ? application
    : { ...application, state: 'ruled', round: 1, version: application.version - 1 };

/** What the rules look at when they decide on one application. */
export function deliberationOn(
  application: ApplicationOnList,
  terms: AdmissionTerms,
  panel: CommissionPanel,
  record: DeliberationRecord,
): Deliberation {
  const ofThis = ({ applicationId }: { applicationId: string }) => applicationId === application.id;
  return {
    state: application.state,
    terms,
    members: panel.members,
    inConflict: new Set(panel.conflictsWith(application, record.declarations).keys()),
    asked: new Set(
      panel.members.flatMap(({ accountId }) =>
        panel.claimsOn(accountId, application, record.declarations).length ? accountId : [],
      ),
    ),
    first: record.first.get(application.id) ?? null,
    votes: votesThatCount(record.votes.filter(ofThis)),
    findings: record.findings.filter(ofThis),
  };
}
