import type { ExtractView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { cellsOf, rowsOf } from '../../../platform/database/read-together';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound } from '../../../platform/refusals/refused';
import { peopleRows } from '../../accounts';
import { Application } from '../dossier/application.entity';
import { Extract } from './extract.entity';
import { ExtractDesk } from './extract-desk';

const most = 20;
const newestFirst: Order<Extract> = { columns: ['id'], isDown: true };

/** The extracts that somebody has asked for, and their progress; nobody else's. */
@Injectable()
export class OwnExtracts {
  constructor(
    private readonly database: Database,
    private readonly desk: ExtractDesk,
    private readonly clock: Clock,
  ) {}

  /** The newest ones. An extract whose reader has other conflicts since shows as failed. */
  async of({ accountId }: Actor, editionId: string): Promise<{ items: ExtractView[] }> {
    const own = [
      'WHERE it.editionId = :editionId AND it.askedById = :accountId AND it.partOfId IS NULL AND it.expiresAt > :now',
      { editionId, accountId, now: this.clock.now() },
    ] as const;
    const page = { order: newestFirst, after: undefined, size: most };
    const [found, leftOut] = await Promise.all([
      this.database.rows(rowsInOrder(this.database.read, Extract, own, page)),
      this.desk.leftOutFor(accountId, editionId),
    ]);
    const { rows: extracts } = pageOf(found, newestFirst, most);
    if (!extracts.length) return { items: [] };
    const ids = extracts.map(({ id }) => id);
    const about = extracts.flatMap(({ applicationId }) => applicationId ?? []);
    const rows = await this.database.together({
      files: rowsOf(StoredFile, 'WHERE it.id IN (:...ids)', { ids }, { columns: ['id', 'bytes'] }),
      parts: cellsOf(
        { whole: 'partOfId', parts: 'COUNT(*)' },
        "FROM extract WHERE partOfId IN (:...ids) AND state <> 'queued' GROUP BY partOfId",
        { ids },
      ),
      applications: rowsOf(Application, 'WHERE it.id IN (:...about)', { about }, { columns: ['id', 'accountId'] }),
      people: peopleRows('SELECT accountId AS id FROM application WHERE id IN (:...about)', { about }),
    });
    const { files } = rows;
    const made = new Map(rows.parts.map(({ whole, parts }) => [String(whole), Number(parts)]));
    const names = new Map(rows.people.map(({ id, name }) => [id, name]));
    const applicants = new Map(rows.applications.map((one) => [one.id, names.get(one.accountId) ?? '']));
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
}
