import { become, madeFileProcess, type MadeFileState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type EntityTarget, type FindOptionsWhere, In, Not } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Transaction, type Tx } from '../database/transaction';
import { orRefuse } from '../refusals/refused';
import { FileStore } from './file-store';
import { ExpiringFile, FileInParts, MadeFile } from './made-file.entity';
import type { StoredFile } from './stored-file.entity';

const dayMs = 86_400_000;

/**
 * The life of a file that a job makes: it is asked for, made once however often its job runs, shown as failed where
 * that fails, and erased. Features keep the rows, and say what is in the file.
 */
@Injectable()
export class MadeFiles {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** The beginning of a row whose file is asked for now. */
  asked(): Pick<MadeFile, 'id' | 'state' | 'askedAt'> {
    return { id: newId(), state: 'queued', askedAt: this.clock.now() };
  }

  /** The same for a file that shows its progress. */
  askedInParts(): Pick<FileInParts, 'id' | 'state' | 'askedAt' | 'done' | 'total'> {
    return { ...this.asked(), done: 0, total: 0 };
  }

  /** The same for a file that is kept for some days. */
  askedFor(days: number): Pick<ExpiringFile, 'id' | 'state' | 'askedAt' | 'done' | 'total' | 'expiresAt'> {
    const asked = this.askedInParts();
    return { ...asked, expiresAt: new Date(asked.askedAt.getTime() + days * dayMs) };
  }

  /** Files that failed are to be made after all; their caller asks for the jobs. */
  async askAgain(tx: Tx, failed: readonly MadeFile[]): Promise<void> {
    await tx.save(...failed.map((row) => Object.assign(row, { state: next(row.state, 'queued') })));
  }

  /** The row, if its file is still to be made: `null` if that is there, or its time is over. */
  async toMake<E extends MadeFile>(kind: EntityTarget<E>, id: string): Promise<E | null> {
    const row = await this.database.read.findOneBy(kind, { id } as FindOptionsWhere<E>);
    if (!row || row.state === 'ready') return null;
    return row instanceof ExpiringFile && row.expiresAt <= this.clock.now() ? null : row;
  }

  /**
   * Makes the file of a row and keeps it, once: if two run, the later one finds it ready. A failure is shown, and the
   * job tries again. `make` answers `null` if nobody may have the file any more, which no other attempt changes.
   * `atTheEnd` is what changes in the row once it is either ready or failed.
   */
  async make<E extends MadeFile>(
    row: E,
    make: () => Promise<StoredFile | null>,
    atTheEnd: Partial<E> = {},
  ): Promise<void> {
    const kind = kindOf(row);
    const fail = () => this.fail(kind, row.id, atTheEnd);
    let file: StoredFile | null;
    try {
      file = await make();
    } catch (error) {
      await fail();
      throw error;
    }
    if (!file) return fail();
    await this.transaction.run(async (tx) => {
      const [made] = await tx.lockAll(kind, { id: row.id } as FindOptionsWhere<E>);
      // It was erased meanwhile, and its erasing job will not run again.
      if (!made) return this.files.erase(row.id);
      if (made.state === 'ready') return;
      await this.files.keep(tx, file);
      if (made instanceof FileInParts) made.done = made.total;
      await tx.save(Object.assign(made, atTheEnd, { state: next(made.state, 'ready') }));
    });
  }

  /** The file cannot be made, and its row says so, unless it is there meanwhile. */
  async fail<E extends MadeFile>(kind: EntityTarget<E>, id: string, atTheEnd: Partial<E> = {}): Promise<void> {
    await this.change(kind, { id, state: 'queued' }, { ...atTheEnd, state: 'failed' });
  }

  /** Notes how far a file is. */
  async say(row: FileInParts, progress: Partial<Pick<FileInParts, 'done' | 'total'>>): Promise<void> {
    await this.change<FileInParts>(kindOf(row), { id: row.id, state: Not('ready') }, progress);
  }

  /** Deletes rows with those of their files; the bytes go with `erase`, once that is committed. */
  async forget<E extends MadeFile>(tx: Tx, kind: EntityTarget<E>, ids: readonly string[]): Promise<void> {
    await tx.manager.delete(kind, { id: In(ids) } as FindOptionsWhere<E>);
    for (const id of ids) await this.files.forget(tx, id);
  }

  /** The bytes go first: if that is interrupted, the rows remain for another attempt. */
  async erase<E extends MadeFile>(kind: EntityTarget<E>, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    for (const id of ids) await this.files.erase(id);
    await this.transaction.run((tx) => this.forget(tx, kind, ids));
  }

  private async change<E extends MadeFile>(
    kind: EntityTarget<E>,
    where: FindOptionsWhere<MadeFile>,
    change: Partial<E>,
  ): Promise<void> {
    await this.transaction.run((tx) =>
      tx.manager.update(kind, where as FindOptionsWhere<E>, change as QueryDeepPartialEntity<E>),
    );
  }
}

const kindOf = <E extends MadeFile>(row: E) => row.constructor as new () => E;

const next = (from: MadeFileState, to: MadeFileState): MadeFileState =>
  orRefuse(become(madeFileProcess, from, to, 'common.no-such-step'));
