import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Application } from '../application/application.entity';
import { Benches } from './bench';
import { Declaration } from './declaration.entity';

/**
 * Answers of which applications somebody must not learn anything. Coordinators and registrars can sit in a commission
 * too: every list, count, report, letter and file of an edition leaves these applications out for them.
 */
@Injectable()
export class Recusals {
  constructor(
    private readonly database: Database,
    private readonly benches: Benches,
  ) {}

  /** The ids of the applications of an edition with which this account is in conflict: none for who is no member. */
  async of(accountId: string, editionId: string): Promise<ReadonlySet<string>> {
    const applications = await this.database.read.findBy(Application, { editionId });
    const bench = await this.benches.of(editionId, applications.map((application) => application.accountId));
    if (!applications.length || !bench.members.some((member) => member.accountId === accountId)) return new Set();
    const declarations = await this.database.read.findBy(Declaration, { accountId, applicationId: In(applications.map(({ id }) => id)) });
    return new Set(
      applications.filter((application) => bench.conflictsWith(application, declarations).has(accountId)).map(({ id }) => id),
    );
  }
}
