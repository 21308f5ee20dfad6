import type { MyCredential as View } from '@libretto/contracts';
import { type Actor, agree, confirmLearner, standingOfIssue } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { Award } from '../award/award.entity';
import { AwardDrafter } from '../award/award-drafter';
import { AwardIssue } from '../award/award-issue.entity';
import { corrected } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { CurrentCredentials } from '../award/current-credentials';
import { qualificationOf } from '../documents/printing';
import { OwnEnrolment } from '../award/own-enrolment';

/** The state of the signed-in person's credential in one edition. */
@Injectable()
export class MyCredential {
  constructor(
    private readonly database: Database,
    private readonly own: OwnEnrolment,
    private readonly drafter: AwardDrafter,
    private readonly current: CurrentCredentials,
  ) {}

  async of(actor: Actor, editionId: string): Promise<View> {
    const enrolment = await this.own.of(actor, editionId);
    const [[issue], [award], [credential], [suspension], learner] = await Promise.all([
      this.database.rows(issueRows(enrolment)),
      this.database.rows(awardRows(enrolment.id)),
      this.database.rows(currentRows(enrolment.id)),
      this.database.rows(suspensionRows(enrolment.id)),
      this.drafter.learnerOf(enrolment),
    ]);
    const awarded = award && corrected(award.snapshot, credential?.correction ?? null).record;
    return {
      enrolmentId: enrolment.id,
      state: issue ? standingOfIssue(issue.state, issue.pauseId !== null) : 'open',
      learner: {
        givenName: awarded?.learner.givenName ?? learner.givenName,
        familyName: awarded?.learner.familyName ?? learner.familyName,
        birthDate: awarded?.learner.dateOfBirth ?? learner.birthDate,
        confirmedAt: learner.confirmedAt?.toISOString() ?? null,
      },
      missing: issue?.missing ?? [],
      credential:
        award && awarded && credential
          ? {
              publicId: award.publicId,
              title: qualificationOf(awarded),
              awardedAt: award.awardedAt.toISOString(),
              state: credential.state,
              endedAt: credential.endedAt?.toISOString() ?? null,
              reason: credential.reason,
              suspended: suspension ? { since: suspension.at.toISOString(), reason: suspension.reason } : null,
              hasDocument: credential.documentId !== null,
            }
          : null,
      can: {
        confirmLearner: agree(confirmLearner(issue?.state ?? null)),
        readCertificate: Boolean(credential?.documentId),
      },
    };
  }

  /** The file of the actor's own certificate. */
  async documentOf(actor: Actor, editionId: string): Promise<string> {
    const { id } = await this.own.of(actor, editionId);
    const award = await this.database.read.findOneBy(Award, { enrolmentId: id });
    const credential = award && (await this.current.ofAward(award.id));
    if (!credential?.documentId) throw notFound();
    return credential.documentId;
  }
}

const issueRows = ({ id, editionId }: { readonly id: string; readonly editionId: string }) =>
  rowsOf(
    AwardIssue,
    'LEFT JOIN issuing_pause pause ON pause.openFor = :editionId WHERE it.enrolmentId = :id',
    { id, editionId },
    { beside: { pauseId: 'pause.id' } },
  );

const awardRows = (enrolmentId: string) => rowsOf(Award, 'WHERE it.enrolmentId = :enrolmentId', { enrolmentId });

const currentRows = (enrolmentId: string) =>
  rowsOf(
    Credential,
    "JOIN award ON award.id = it.awardId WHERE award.enrolmentId = :enrolmentId AND it.state <> 'superseded'",
    { enrolmentId },
    { columns: ['state', 'endedAt', 'reason', 'documentId', 'correction'] },
  );

const suspensionRows = (enrolmentId: string) =>
  rowsOf(
    CredentialSuspension,
    `JOIN credential ON credential.id = it.openFor JOIN award ON award.id = credential.awardId
     WHERE award.enrolmentId = :enrolmentId`,
    { enrolmentId },
    { columns: ['at', 'reason'] },
  );
