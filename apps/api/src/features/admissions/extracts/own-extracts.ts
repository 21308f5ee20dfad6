import type { ExtractView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { Application } from '../dossier/application.entity';
import { Extract } from './extract.entity';
import { ExtractDesk } from './extract-desk';

const most = 20;

/** The extracts that somebody has asked for, and their progress; nobody else's. */
@Injectable()
export class OwnExtracts {
  constructor(
    private readonly database: Database,
    private readonly desk: ExtractDesk,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  /** The newest ones. An extract whose reader has other conflicts since shows as failed. */
  async of({ accountId }: Actor, editionId: string): Promise<{ items: ExtractView[] }> {
    const extracts = await this.database.read.find(Extract, {
      where: { editionId, askedById: accountId, partOfId: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      order: { id: 'DESC' },
      take: most,
    });
    const [newest] = extracts;
    if (!newest) return { items: [] };
    const ids = extracts.map(({ id }) => id);
    const files = await this.database.read.findBy(StoredFile, { id: In(ids) });
    const made = await this.partsMade(ids);
    const applicants = await this.applicants(extracts);
    const leftOut = await this.desk.leftOutFor(accountId, editionId);
    return {
      items: extracts.map(({ id, kind, state, applicationId, done, total, askedAt, expiresAt, ...extract }) => {
        const isTheirs = extract.leftOut === leftOut;
        return {
          id,
          kind,
          state: isTheirs ? state : 'failed',
          applicant: isTheirs ? (applicants.get(applicationId ?? '') ?? null) : null,
          done: kind === 'dossiers' && state === 'queued' ? (made.get(id) ?? 0) : done,
          total,
          askedAt: askedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          bytes: isTheirs ? (files.find((file) => file.id === id)?.bytes ?? null) : null,
        };
      }),
    };
  }

  /** The id of a finished file, for the person who asked for it, if their conflicts are the same as then. */
  async fileFor({ accountId }: Actor, editionId: string, extractId: string): Promise<string> {
    const extract = await this.database.read.findOneBy(Extract, { id: extractId, editionId, askedById: accountId });
    const isOver = !extract || extract.state !== 'ready' || extract.expiresAt <= this.clock.now();
    if (isOver || (await this.desk.leftOutFor(accountId, editionId)) !== extract.leftOut) throw notFound();
    return extract.id;
  }

  private async partsMade(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read
      .createQueryBuilder(Extract, 'part')
      .select('part.partOfId', 'whole')
      .addSelect('COUNT(*)', 'parts')
      .where({ partOfId: In([...ids]), state: Not('queued') })
      .groupBy('part.partOfId')
      .getRawMany<{ whole: string; parts: number | string }>();
    return new Map(rows.map(({ whole, parts }) => [whole, Number(parts)]));
  }

  private async applicants(extracts: readonly Extract[]): Promise<Map<string, string>> {
    const ids = extracts.flatMap(({ applicationId }) => applicationId ?? []);
    const applications = ids.length
      ? await this.database.read.find(Application, { select: { id: true, accountId: true }, where: { id: In(ids) } })
      : [];
    const people = await this.people.byIds(applications.map(({ accountId }) => accountId));
    return new Map(applications.map(({ id, accountId }) => [id, people.get(accountId)?.name ?? '']));
  }
}
