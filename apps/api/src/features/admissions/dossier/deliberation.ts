import { type AdmissionTerms, baseOf, type Deliberation, type QuorumBase, votesThatCount } from '@libretto/domain';
import type { ApplicationOnList } from './application.entity';
import type { CommissionPanel } from './commission-panel';
import type { DeliberationRecord } from './deliberation-record';

/** The members who decide on an application in its current round, and the one of them who chairs it. */
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

/** Whether somebody is of those who decide on an application in its round. */
export const decidesOn = (
  accountId: string,
  application: ApplicationOnList,
  panel: CommissionPanel,
  record: Pick<DeliberationRecord, 'declarations' | 'first'>,
): boolean => baseOn(application, panel, record).members.some((member) => member.accountId === accountId);

/** The input of the rules that decide on one application. */
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
