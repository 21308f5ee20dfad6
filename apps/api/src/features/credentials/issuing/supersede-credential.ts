import type { InputOf, supersedeCredential } from '@libretto/contracts';
import { type Actor, decideOnAward, plausibleLearner, printableLearner, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { allow, notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { AwardDrafter } from '../award/award-drafter';
import { corrected, type LearnerCorrection } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { CredentialSigner } from '../signing/credential-signer';
import { mayKeepAwards } from '../credentials.policy';
import { ReplaceCredential } from './replace-credential';

@Injectable()
export class SupersedeCredential {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly signer: CredentialSigner,
    private readonly replacing: ReplaceCredential,
    private readonly renderer: PdfRenderer,
    private readonly drafter: AwardDrafter,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Corrects the learner data of a credential, and a grade that an appeal has changed since. The award, its date and its
   * address stay. One that was signed before there were suspensions may also be signed anew as it is.
   * Refusals: credentials.is-own, credentials.not-valid, credentials.is-suspended, credentials.nothing-corrected, credentials.birth-date-not-past,
   * credentials.birth-date-too-old, credentials.name-not-printable, credentials.key-compromised.
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
      await this.replacing.within(tx, { award, credentialId }, signed, { by: actor.accountId, reason, correction });
    });
  }
}

const sameLearner = (one: LearnerCorrection, other: LearnerCorrection): boolean =>
  one.givenName === other.givenName && one.familyName === other.familyName && one.dateOfBirth === other.dateOfBirth;
