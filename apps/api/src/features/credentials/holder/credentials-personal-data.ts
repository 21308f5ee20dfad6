import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { Award } from '../award/award.entity';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { ShareLink } from '../links/share-link.entity';
import { LogOpening } from '../log/log-opening.entity';
import { WalletCopy } from '../wallets/wallet-copy.entity';
import { LearnerConfirmation } from '../award/learner-confirmation.entity';

/**
 * The personal data in credentials, for its person: awards, all their signed forms, suspensions, the certificates, the
 * links and the copies in wallets.
 */
@Injectable()
export class CredentialsPersonalData {
  constructor(private readonly database: Database) {}

  /** Five statements. */
  async about(enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const of = { enrolmentId: In([...enrolmentIds]) };
    const confirmations = await read.findBy(LearnerConfirmation, of);
    const awards = await read.findBy(Award, of);
    const credentials = await read.find(Credential, {
      where: { awardId: In(awards.map(({ id }) => id)) },
      order: { number: 'ASC' },
    });
    const links = await read.findBy(ShareLink, { awardId: In(awards.map(({ id }) => id)) });
    const credentialIds = credentials.map(({ id }) => id);
    const [openings, suspensions, copies] = await Promise.all([
      this.database.rows(rowsOf(LogOpening, ofThese, { credentialIds }, { by: ['number'] })),
      this.database.rows(rowsOf(CredentialSuspension, ofThese, { credentialIds }, { by: ['id'] })),
      this.database.rows(rowsOf(WalletCopy, ofThese, { credentialIds }, { by: ['id'] })),
    ]);
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
          .map(({ id: credentialId, number, state, correction, signed, issuedAt, signedAgainAt, endedAt, reason }) => ({
            log: openings
              .filter((opening) => opening.credentialId === credentialId)
              .map(({ kind, at, salt, number: index }) => ({ kind, at, salt, index })),
            suspensions: suspensions
              .filter((suspension) => suspension.credentialId === credentialId)
              .map(({ at, reason: why, liftedAt, liftedReason }) => ({ at, reason: why, liftedAt, liftedReason })),
            number,
            state,
            correction,
            signed,
            issuedAt,
            signedAgainAt,
            endedAt,
            reason,
          })),
        wallets: copies
          .filter(({ awardId }) => awardId === id)
          .map(({ format, keys, state, madeAt }) => ({ format, keys, state, madeAt })),
        links: links
          .filter(({ awardId }) => awardId === id)
          .map(({ publicId: address, shows, name, madeAt, endsAt, withdrawnAt, looks, lastLookAt }) => ({
            address,
            shows,
            name,
            madeAt,
            endsAt,
            withdrawnAt,
            looks,
            lastLookAt,
          })),
      })),
      files: credentials.flatMap(({ documentId, number }, at) =>
        documentId ? [{ id: documentId, path: `certificate-${at + 1}-${number}.pdf` }] : [],
      ),
    };
  }
}

const ofThese = 'WHERE it.credentialId IN (:...credentialIds)';
