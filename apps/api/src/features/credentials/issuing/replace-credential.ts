import { become, endCredential, issueProcess, replaceCompromised } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import type { Award } from '../award/award.entity';
import { AwardIssue } from '../award/award-issue.entity';
import type { Correction } from '../award/award-snapshot';
import { Credential, justSigned } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { CredentialSigned } from '../credentials.events';
import { appendToLog } from '../log/append-to-log';
import type { Signed } from '../signing/credential-signer';
import { KeyRing } from '../signing/key-ring';

/** Why a credential gets another in its place, and by whom. */
export interface Replacement {
  readonly by: string | null;
  readonly reason: string | null;
  /** The learner data and grades that the next one says instead of the award’s: `as-before` if only its key changes. */
  readonly correction: Correction | 'as-before';
}

/** Puts a newly signed credential in the place of another, under the same address. */
@Injectable()
export class ReplaceCredential {
  constructor(private readonly keys: KeyRing) {}

  /**
   * A suspension goes on with the next one. One that is to stay as before, and has ended meanwhile, is left as it is. Refuses
   * if the credential has ended or is suspended and would be corrected, and if the key was withdrawn since it signed.
   */
  async within(
    tx: Tx,
    { award, credentialId }: { award: Award; credentialId: string },
    signed: Signed,
    { by, reason, correction }: Replacement,
  ): Promise<void> {
    const [issue] = await tx.lockAll(AwardIssue, { enrolmentId: award.enrolmentId });
    const credential = await tx.lock(Credential, credentialId);
    const isAsBefore = correction === 'as-before';
    if (isAsBefore && !credential.validFor) return;
    // The key behind the issue and before the log, as wherever a signature is stored: no two of them wait for each other.
    await this.keys.stillTrusted(tx, signed.keyId);
    const { state: stood } = credential;
    const state = orRefuse(isAsBefore ? replaceCompromised(stood) : endCredential(stood, 'superseded'));
    const { issuedAt: at, ...of } = signed;
    await tx.save(Object.assign(credential, { state, validFor: null, endedAt: at, endedBy: by, reason }));
    const id = newId();
    await tx.insert(Credential, {
      ...{ id, awardId: award.id, number: credential.number + 1, state: stood, validFor: award.id },
      ...justSigned,
      ...of,
      ...(isAsBefore
        ? { correction: credential.correction, issuedAt: credential.issuedAt, signedAgainAt: at }
        : { correction, issuedAt: at }),
    });
    const [suspension] = stood === 'suspended' ? await tx.lockAll(CredentialSuspension, { openFor: credentialId }) : [];
    if (suspension) await tx.save(Object.assign(suspension, { credentialId: id, openFor: id }));
    if (issue)
      await tx.save(
        Object.assign(issue, {
          state: orRefuse(become(issueProcess, issue.state, 'signed', 'credentials.nothing-to-retry')),
          changedAt: at,
        }),
      );
    await appendToLog(tx, [
      { kind: 'superseded', credential, at },
      { kind: 'issued', credential: { id, signed: signed.signed }, at },
    ]);
    await tx.publish(new CredentialSigned(id));
  }
}
