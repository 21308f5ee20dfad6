import { type AwardStanding, plain } from '@libretto/domain';
import { wordsIn } from '../../../platform/database/literally';
import type { Values } from '../../../platform/database/read-together';
import type { AwardIssue } from '../award/award-issue.entity';

/** Some of the issues, in SQL in which each is `it`. */
export interface Issues {
  readonly where: string;
  readonly values: Values;
}

/** Every issue with the credential that counts, if there is one, and its learner as a list finds them. */
export const issues = `JOIN enrolment ON enrolment.id = it.enrolmentId
  JOIN enrolment_listing listed ON listed.id = it.enrolmentId
  LEFT JOIN award ON award.enrolmentId = it.enrolmentId
  LEFT JOIN credential ON credential.awardId = award.id AND credential.state <> 'superseded'
  LEFT JOIN issuing_pause pause ON pause.openFor = enrolment.editionId
  WHERE 1 = 1`;

/** `awardStandingOf`, as the database counts and filters by it. A fault of a credential is that of its documents. */
export const standing = `CASE
  WHEN credential.state IN ('suspended', 'revoked') THEN credential.state
  WHEN it.state = 'queued' AND it.fault IS NOT NULL THEN 'failed'
  WHEN it.state = 'signed' AND credential.fault IS NOT NULL THEN 'failed'
  WHEN it.state = 'queued' AND pause.id IS NOT NULL THEN 'ready'
  ELSE it.state END`;

export const cells = {
  editionId: 'enrolment.editionId',
  accountId: 'enrolment.accountId',
  publicId: 'award.publicId',
  credentialId: 'credential.id',
  number: 'credential.number',
  credentialState: 'credential.state',
  documentFault: 'credential.fault',
  suspensionList: 'credential.suspensionList',
  pauseId: 'pause.id',
  approvedBy:
    '(SELECT GROUP_CONCAT(approval.approvedBy) FROM award_approval approval WHERE approval.countsFor = it.enrolmentId)',
} as const;

export type FoundIssue = AwardIssue & Record<keyof typeof cells, string | number | null>;

export const ofEdition = (editionId: string | undefined): Issues =>
  editionId === undefined
    ? { where: issues, values: {} }
    : { where: `${issues} AND enrolment.editionId = :editionId`, values: { editionId } };

export function withWords({ where, values }: Issues, q: string | undefined): Issues {
  const sought = wordsIn(['listed.listedAs'], plain(q ?? ''));
  return { where: [where, ...sought.conditions].join(' AND '), values: { ...values, ...sought.values } };
}

export function inState({ where, values }: Issues, state: AwardStanding | undefined): Issues {
  if (!state) return { where, values };
  return { where: `${where} AND ${standing} = :state`, values: { ...values, state } };
}

export const chosenOf = ({ where, values }: Issues, chosen: string | undefined): Issues =>
  chosen === undefined
    ? { where, values }
    : { where: `${where} AND it.enrolmentId IN (:...chosen)`, values: { ...values, chosen: chosen.split(',') } };
