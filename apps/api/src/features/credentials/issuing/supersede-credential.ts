import type { InputOf, supersedeCredential } from '@libretto/contracts';
import {
  type Actor,
  become,
  decideOnAward,
  endCredential,
  issueProcess,
  plausibleLearner,
  printableLearner,
  refuse,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { allow, notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { AwardDrafter } from '../award/award-drafter';
import { corrected, type LearnerCorrection } from '../award/award-snapshot';
import { AwardIssue } from '../award/award-issue.entity';
import { Credential } from '../award/credential.entity';
import { CredentialSigned } from '../credentials.events';
import { appendToLog } from '../log/append-to-log';
import { CredentialSigner } from '../signing/credential-signer';
import { mayKeepAwards } from '../credentials.policy';

@Injectable()
export class SupersedeCredential {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly signer: CredentialSigner,
    private readonly renderer: PdfRenderer,
    private readonly drafter: AwardDrafter,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Corrects the learner data of a credential, and a grade that an appeal has changed since. The award, its date and its
   * address stay. One that was signed before there were suspensions may also be signed anew as it is.
   * Refusals: credentials.is-own, credentials.not-valid, credentials.is-suspended, credentials.nothing-corrected, credentials.birth-date-not-past,
   * credentials.birth-date-too-old, credentials.name-not-printable.
   */
  async run(
    actor: Actor,
    credentialId: string,
    { reason, ...stated }: InputOf<typeof supersedeCredential>['body'],
  ): Promise<void> {
    allow(mayKeepAwards(actor, {}));
    const old = await this.database.read.findOneBy(Credential, { id: credentialId });
    const award = old && (await this.database.read.findOneBy(Award, { id: old.awardId }));
    if (!award) throw notFound();
    const plausible = orRefuse(plausibleLearner(stated, this.clock.now().toISOString().slice(0, 10)));
    const learner = orRefuse(
      printableLearner(plausible, await this.renderer.unprintable([plausible.givenName, plausible.familyName])),
    );
    const current = corrected(award.snapshot, old.correction).record;
    const enrolment = (await this.enrolments.byIds([award.enrolmentId])).get(award.enrolmentId);
    orRefuse(decideOnAward(enrolment?.accountId === actor.accountId));
    const changed = enrolment && (await this.drafter.changedGrades(enrolment, current));
    const correction = {
      ...{ givenName: learner.givenName, familyName: learner.familyName, dateOfBirth: learner.birthDate },
      grades: changed ?? old.correction?.grades,
    };
    // Signed anew, it can be suspended: that is a change, too.
    if (!changed && old.suspensionList !== null && sameLearner(correction, current.learner))
      throw new Refused(refuse('credentials.nothing-corrected'));

    const signed = await this.signer.sign(corrected(award.snapshot, correction), award.publicId);
    await this.transaction.run(async (tx) => {
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId: award.enrolmentId });
      const credential = await tx.lock(Credential, credentialId);
      const state = orRefuse(endCredential(credential.state, 'superseded'));
      const endedAt = signed.issuedAt;
      await tx.save(Object.assign(credential, { state, validFor: null, endedAt, endedBy: actor.accountId, reason }));
      const next = newId();
      await tx.insert(Credential, {
        ...{
          id: next,
          awardId: award.id,
          number: credential.number + 1,
          state: 'valid',
          validFor: award.id,
          correction,
        },
        ...{ endedAt: null, endedBy: null, reason: null, documentId: null, fault: null },
        ...signed,
      });
      if (issue)
        await tx.save(
          Object.assign(issue, {
            state: orRefuse(become(issueProcess, issue.state, 'signed', 'credentials.nothing-to-retry')),
            changedAt: endedAt,
          }),
        );
      await appendToLog(tx, [
        { kind: 'superseded', credential, at: endedAt },
        { kind: 'issued', credential: { id: next, signed: signed.signed }, at: signed.issuedAt },
      ]);
      await tx.publish(new CredentialSigned(next));
    });
  }
}

const sameLearner = (one: LearnerCorrection, other: LearnerCorrection): boolean =>
  one.givenName === other.givenName && one.familyName === other.familyName && one.dateOfBirth === other.dateOfBirth;
