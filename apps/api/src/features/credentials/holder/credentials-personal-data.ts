import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Award } from '../award/award.entity';
import { Credential } from '../award/credential.entity';
import { LearnerConfirmation } from '../award/learner-confirmation.entity';

/** The personal data in credentials, for its person: awards, all their signed forms, and the certificates. */
@Injectable()
export class CredentialsPersonalData {
  constructor(private readonly database: Database) {}

  /** Three statements. */
  async about(enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const of = { enrolmentId: In([...enrolmentIds]) };
    const confirmations = await read.findBy(LearnerConfirmation, of);
    const awards = await read.findBy(Award, of);
    const credentials = await read.find(Credential, {
      where: { awardId: In(awards.map(({ id }) => id)) },
      order: { number: 'ASC' },
    });
    return {
      confirmed: confirmations.map(({ givenName, familyName, birthDate, confirmedAt }) => ({
        givenName,
        familyName,
        birthDate,
        confirmedAt,
      })),
      awards: awards.map(({ id, publicId, snapshot, awardedAt }) => ({
        publicId,
        snapshot,
        awardedAt,
        credentials: credentials
          .filter(({ awardId }) => awardId === id)
          .map(({ number, state, correction, signed, issuedAt, endedAt, reason }) => ({
            number,
            state,
            correction,
            signed,
            issuedAt,
            endedAt,
            reason,
          })),
      })),
      files: credentials.flatMap(({ documentId, number }, at) =>
        documentId ? [{ id: documentId, path: `certificate-${at + 1}-${number}.pdf` }] : [],
      ),
    };
  }
}
