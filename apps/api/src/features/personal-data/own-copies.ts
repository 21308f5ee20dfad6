import type { PersonalDataView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { StoredFile } from '../../platform/files/stored-file.entity';
import { notFound } from '../../platform/refusals/refused';
import { PersonalCopy } from './personal-copy.entity';

/** The copies of the signed-in person's data; nobody else's. */
@Injectable()
export class OwnCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Two statements. */
  async of({ accountId }: Actor): Promise<PersonalDataView> {
    const copies = await this.database.read.find(PersonalCopy, {
      where: { accountId, expiresAt: MoreThan(this.clock.now()) },
      order: { id: 'DESC' },
    });
    const files = await this.database.read.findBy(StoredFile, { id: In(copies.map(({ id }) => id)) });
    return {
      items: copies.map(({ id, state, done, total, askedAt, expiresAt }) => ({
        id,
        state,
        done,
        total,
        askedAt: askedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        bytes: files.find((file) => file.id === id)?.bytes ?? null,
      })),
      can: { ask: !copies.some(({ underWayFor }) => underWayFor !== null) },
    };
  }

  async fileFor({ accountId }: Actor, copyId: string): Promise<string> {
    const copy = await this.database.read.findOneBy(PersonalCopy, { id: copyId, accountId, state: 'ready' });
    if (!copy || copy.expiresAt <= this.clock.now()) throw notFound();
    return copy.id;
  }
}
