import { decideOnAward, endCredential, reinstateCredential, suspendCredential } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { readTogether, rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Award } from '../award/award.entity';
import { AwardIssue } from '../award/award-issue.entity';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { CredentialReinstated, CredentialRevoked, CredentialSuspended } from '../credentials.events';
import { appendToLog } from '../log/append-to-log';

/** Who changes the standing of a credential, why and when. */
export interface Act {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Keeps verifiers from relying on a credential until it is reinstated. Refuses as `suspendCredential` does. */
export async function suspend(tx: Tx, credentialId: string, { by, reason, at }: Act): Promise<void> {
  const credential = await locked(tx, credentialId, { by, at });
  const namesSuspensions = credential.suspensionList !== null;
  const state = orRefuse(suspendCredential({ state: credential.state, namesSuspensions }));
  await tx.save(Object.assign(credential, { state }));
  const suspensionId = newId();
  await tx.insert(CredentialSuspension, {
    ...{ id: suspensionId, credentialId, openFor: credentialId, at, suspendedBy: by, reason },
    ...{ liftedAt: null, liftedBy: null, liftedReason: null },
  });
  await tx.publish(new CredentialSuspended(suspensionId));
}

/** Makes a suspended credential valid again. Refuses as `reinstateCredential` does. */
export async function reinstate(tx: Tx, credentialId: string, act: Act): Promise<void> {
  const credential = await locked(tx, credentialId, act);
  await tx.save(Object.assign(credential, { state: orRefuse(reinstateCredential(credential.state)) }));
  const suspensionId = await lift(tx, credentialId, act);
  if (suspensionId) await tx.publish(new CredentialReinstated(suspensionId));
}

/** Ends a credential for good; its suspension ends with it. Refuses as `endCredential` does. */
export async function revoke(tx: Tx, credentialId: string, act: Act): Promise<void> {
  const credential = await locked(tx, credentialId, act);
  const state = orRefuse(endCredential(credential.state, 'revoked'));
  await lift(tx, credentialId, act);
  const { by: endedBy, at: endedAt, reason } = act;
  await tx.save(Object.assign(credential, { state, validFor: null, endedAt, endedBy, reason }));
  await appendToLog(tx, [{ kind: 'revoked', credential, at: endedAt }]);
  await tx.publish(new CredentialRevoked(credentialId));
}

/**
 * Locked behind its issue, as by every other change of both, so that no two of them wait for each other. Refuses its own
 * holder.
 */
async function locked(tx: Tx, credentialId: string, { by, at }: Pick<Act, 'by' | 'at'>): Promise<Credential> {
  const {
    known: [known],
  } = await readTogether(tx.manager, { known: ofCredential(credentialId) });
  if (!known) throw notFound();
  orRefuse(decideOnAward(known.accountId === by));
  const [issue] = await tx.lockAll(AwardIssue, { enrolmentId: known.enrolmentId });
  const credential = await tx.lock(Credential, credentialId);
  if (issue) await tx.save(Object.assign(issue, { changedAt: at }));
  return credential;
}

const ofCredential = (credentialId: string) =>
  rowsOf(
    Award,
    `JOIN credential ON credential.awardId = it.id JOIN enrolment ON enrolment.id = it.enrolmentId
     WHERE credential.id = :credentialId`,
    { credentialId },
    { columns: ['enrolmentId'], beside: { accountId: 'enrolment.accountId' } },
  );

async function lift(tx: Tx, credentialId: string, { by, reason, at }: Act): Promise<string | undefined> {
  const [open] = await tx.lockAll(CredentialSuspension, { openFor: credentialId });
  if (!open) return undefined;
  await tx.save(Object.assign(open, { openFor: null, liftedAt: at, liftedBy: by, liftedReason: reason }));
  return open.id;
}
