import type { JsonObject } from '@libretto/credentials';
import { addressOf, type PublicCredential, readSignedCredential } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { corrected } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { CurrentCredentials } from '../award/current-credentials';
import { nameOf, qualificationOf } from '../documents/printing';

/** The credential behind an address that its holder shared. */
@Injectable()
export class SharedCredential {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly current: CurrentCredentials,
  ) {}

  /** The credential and its validity; the holder also gets the address of the certificate. */
  async view(publicId: string, actor: Actor | null): Promise<PublicCredential> {
    const { award, credential } = await this.find(publicId);
    const { record } = corrected(award.snapshot, credential.correction);
    const enrolment = actor && (await this.enrolments.byIds([award.enrolmentId])).get(award.enrolmentId);
    const holds = enrolment?.accountId === actor?.accountId && enrolment ? enrolment : null;
    return {
      publicId,
      state: credential.state,
      endedAt: credential.endedAt?.toISOString() ?? null,
      correctedAt: credential.number > 1 ? credential.issuedAt.toISOString() : null,
      holder: nameOf(record),
      title: qualificationOf(record),
      awardingBodies: record.awardingBodies.map(({ name, country }) => ({ name, country })),
      awardedAt: award.awardedAt.toISOString(),
      level: record.level.eqf,
      ects: record.workload.ects ?? null,
      minutes: record.workload.minutes,
      outcomes: record.outcomes.map(({ text }) => text),
      signed: addressOf(readSignedCredential, { params: { publicId } }),
      can: { readCertificate: Boolean(holds && credential.documentId) },
      editionId: holds?.editionId ?? null,
    };
  }

  /** The signed credential that counts now. */
  async signed(publicId: string): Promise<JsonObject> {
    return (await this.find(publicId)).credential.signed;
  }

  /**
   * For a verifier that found an index set in the status list: the date, and whether another credential replaced it. It
   * reports the newest one that ended, since the verifier may have an older one than the address gives.
   */
  async status(publicId: string, address: string): Promise<JsonObject> {
    const { award, credential } = await this.find(publicId);
    if (credential.state === 'revoked') return { state: 'revoked', since: instantOf(credential.endedAt) };
    const superseded = await this.database.read.findOne(Credential, {
      where: { awardId: award.id, state: 'superseded' },
      order: { number: 'DESC' },
    });
    return superseded
      ? { state: 'superseded', since: instantOf(superseded.endedAt), supersededBy: address }
      : { state: 'valid' };
  }

  private async find(publicId: string): Promise<{ award: Award; credential: Credential }> {
    const award = await this.database.read.findOneBy(Award, { publicId });
    const credential = award && (await this.current.ofAward(award.id));
    if (!credential) throw notFound();
    return { award, credential };
  }
}

const instantOf = (date: Date | null): string => (date ?? new Date(0)).toISOString();
