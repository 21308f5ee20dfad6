import type { JsonObject } from '@libretto/credentials';
import { addressOf, type PublicCredential, type RenderingName, readSignedCredential } from '@libretto/contracts';
import { type Actor, endedStates } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { Award } from '../award/award.entity';
import { corrected } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { CurrentCredentials } from '../award/current-credentials';
import { PublicLog } from '../log/public-log';
import { Renderings } from './renderings';
import { nameOf, qualificationOf } from '../documents/printing';

/** An award by its public address, or by its id. */
type Which = Pick<Award, 'publicId'> | Pick<Award, 'id'>;

/** A file on its way. */
interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** The credential behind an address that its holder shared. */
@Injectable()
export class SharedCredential {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly current: CurrentCredentials,
    private readonly log: PublicLog,
    private readonly renderings: Renderings,
  ) {}

  /** The credential and its validity; the holder also gets the address of the certificate. */
  async view(publicId: string, actor: Actor | null): Promise<PublicCredential> {
    const { facts, credential, own } = await this.seenBy(actor, { publicId });
    return {
      ...facts,
      publicId,
      signed: addressOf(readSignedCredential, { params: { publicId } }),
      can: { readCertificate: Boolean(own && credential.documentId) },
      editionId: own?.editionId ?? null,
    };
  }

  /** The facts of an award as they stand now, with its record, and the enrolment if it is the actor's own. */
  async seenBy(actor: Actor | null, which: Which) {
    const { award, credential } = await this.find(which);
    const { record } = corrected(award.snapshot, credential.correction);
    const enrolment = actor && (await this.enrolments.byIds([award.enrolmentId])).get(award.enrolmentId);
    return {
      facts: {
        state: credential.state,
        endedAt: credential.endedAt?.toISOString() ?? null,
        suspendedAt: (await this.suspendedAt(credential))?.toISOString() ?? null,
        correctedAt: credential.correction ? credential.issuedAt.toISOString() : null,
        holder: nameOf(record),
        title: qualificationOf(record),
        awardingBodies: record.awardingBodies.map(({ name, country }) => ({ name, country })),
        awardedAt: award.awardedAt.toISOString(),
        level: record.level.eqf,
        ects: record.workload.ects ?? null,
        minutes: record.workload.minutes,
        outcomes: record.outcomes.map(({ text }) => text),
      },
      record,
      award,
      credential,
      own: enrolment?.accountId === actor?.accountId && enrolment ? enrolment : null,
    };
  }

  /** The signed credential that counts now. */
  async signed(publicId: string): Promise<JsonObject> {
    return (await this.find({ publicId })).credential.signed;
  }

  /** The credential that counts now, in one of its forms. */
  async rendering(publicId: string, name: RenderingName): Promise<SentFile> {
    const { award, credential } = await this.find({ publicId });
    const { type, file, write } = this.renderings.byName[name];
    return { name: file(publicId), type, bytes: await write(award, credential) };
  }

  /** The proof that the public log tells of it. */
  async logProof(publicId: string): Promise<string> {
    return this.log.proofOf((await this.find({ publicId })).credential);
  }

  /**
   * For a verifier that found an index set in a status list: what became of the credential with this index, since when, and
   * whether another one under the same address replaced it. Without an index: of the newest one that ended.
   */
  async status(
    publicId: string,
    { index, address }: { index?: string | undefined; address: string },
  ): Promise<JsonObject> {
    const { award, credential: current } = await this.find({ publicId });
    const ofAward = { awardId: award.id };
    const one = index
      ? await this.database.read.findOneBy(Credential, { ...ofAward, statusIndex: Number(index) })
      : await this.database.read.findOne(Credential, {
          where: { ...ofAward, state: In(endedStates) },
          order: { number: 'DESC' },
        });
    // An index of no credential here: nobody learns by trying where others stand.
    if (index && !one) throw notFound();
    const { state, endedAt } = one ?? current;
    if (state === 'valid') return { state };
    if (state === 'suspended') {
      const since = await this.suspendedAt(current);
      return { state, ...(since && { since: instantOf(since) }) };
    }
    return { state, since: instantOf(endedAt), ...(state === 'superseded' && { supersededBy: address }) };
  }

  /** Nothing, also where the suspension was lifted since the credential was read. */
  private async suspendedAt({ id, state }: Credential): Promise<Date | undefined> {
    if (state !== 'suspended') return undefined;
    return (await this.database.read.findOneBy(CredentialSuspension, { openFor: id }))?.at;
  }

  private async find(which: Which): Promise<{ award: Award; credential: Credential }> {
    const award = await this.database.read.findOneBy(Award, which);
    const credential = award && (await this.current.ofAward(award.id));
    if (!credential) throw notFound();
    return { award, credential };
  }
}

const instantOf = (date: Date | null): string => (date ?? new Date(0)).toISOString();
