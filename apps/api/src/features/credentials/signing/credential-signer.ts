import { randomInt } from 'node:crypto';
import { buildCredential, BulkSigner, type JsonObject, statusListEntries } from '@libretto/credentials';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { addresses } from '../award/addresses';
import type { AwardSnapshot } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { KeyRing } from './key-ring';

/** The values that signing gives a credential. */
export interface Signed {
  readonly signed: JsonObject;
  readonly keyId: string;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly suspensionList: number;
  readonly issuedAt: Date;
}

/** Half of a list: in a fuller one, random places would be taken too often. */
const credentialsPerList = statusListEntries / 2;
const tries = 8;

/** Renders an award as a credential and signs it. */
@Injectable()
export class CredentialSigner {
  private readonly bulk = new BulkSigner();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
  ) {}

  async sign({ record, programme }: AwardSnapshot, publicId: string): Promise<Signed> {
    const to = addresses(this.config);
    const { statusList, statusIndex } = await this.freePlace();
    const credential = buildCredential(record, {
      id: to.credential(publicId),
      issuer: { did: to.did, name: record.awardingBodies.map(({ name }) => name).join(', '), url: to.issuer },
      achievement: to.achievement(programme),
      status: { list: to.suspensionList(statusList), index: statusIndex },
    });
    const issuedAt = this.clock.now();
    const created = `${issuedAt.toISOString().slice(0, 19)}Z`;
    const { id: keyId, signer } = await this.keys.current();
    return {
      signed: await this.bulk.sign(credential, { signer, created }),
      keyId,
      statusList,
      statusIndex,
      suspensionList: statusList,
      issuedAt,
    };
  }

  /** A random free index: the list does not reveal the order of awards. */
  private async freePlace(): Promise<{ statusList: number; statusIndex: number }> {
    const statusList = Math.floor((await this.database.read.count(Credential)) / credentialsPerList) + 1;
    const drawn = Array.from({ length: tries }, () => randomInt(statusListEntries));
    const taken = await this.database.read.find(Credential, {
      select: { statusIndex: true },
      where: { statusList, statusIndex: In(drawn) },
    });
    const free = drawn.find((index) => !taken.some(({ statusIndex }) => statusIndex === index));
    if (free === undefined) throw new Error(`Status list ${statusList} is full.`);
    return { statusList, statusIndex: free };
  }
}
