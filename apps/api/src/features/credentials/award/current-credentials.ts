import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Credential } from './credential.entity';

/** The one credential of an award that counts: valid, suspended or revoked. A superseded credential no longer counts. */
@Injectable()
export class CurrentCredentials {
  constructor(private readonly database: Database) {}

  ofAward(awardId: string): Promise<Credential | null> {
    return this.database.read.findOneBy(Credential, { awardId, state: Not('superseded') });
  }
}
