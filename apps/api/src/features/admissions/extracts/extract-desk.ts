import { createHash } from 'node:crypto';
import type { ExtractKind } from '@libretto/contracts';
import { type Actor, become, madeFileProcess, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { mayReadDeliberation } from '../dossier/admissions.policy';
import { Recusals } from '../dossier/recusals';
import { Extract } from './extract.entity';
import { eraseExtract } from './jobs/erase-extract.job';

const day = 86_400_000;
/** A list is quickly made anew; binding dossiers takes long, and so does moving them to an archive. */
const keptFor: Readonly<Record<ExtractKind, number>> = {
  'list-csv': day,
  'list-xlsx': day,
  dossier: 7 * day,
  dossiers: 7 * day,
};

/** Queues extracts, and gives a finished one to the person who asked for it. */
@Injectable()
export class ExtractDesk {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly recusals: Recusals,
    private readonly clock: Clock,
  ) {}

  /** A new extract, to be stored with `take`. */
  async begin(
    { accountId, ...actor }: Actor,
    editionId: string,
    about: Pick<Extract, 'kind' | 'language'> & Partial<Pick<Extract, 'filter' | 'applicationId'>>,
  ): Promise<Extract> {
    const askedAt = this.clock.now();
    return Object.assign(new Extract(), {
      id: newId(),
      ...{ editionId, askedById: accountId, filter: null, applicationId: null, partOfId: null },
      ...about,
      withDeliberation: mayReadDeliberation({ accountId, ...actor }, { editionId }),
      leftOut: await this.leftOutFor(accountId, editionId),
      ...{ state: 'queued' as const, done: 0, total: 0 },
      askedAt,
      expiresAt: new Date(askedAt.getTime() + keptFor[about.kind]),
    });
  }

  /** Stores an extract, unless the same is being made for this person already, and queues its erasure. */
  async take(tx: Tx, extract: Extract): Promise<void> {
    const { editionId, askedById, kind, applicationId, expiresAt } = extract;
    const queued = await tx.manager.find(Extract, { where: { editionId, askedById, kind, state: 'queued' } });
    if (queued.some((one) => one.partOfId === null && one.applicationId === applicationId))
      throw new Refused(refuse('admissions.extract-under-way'));
    await tx.insert(Extract, extract);
    await tx.enqueue(eraseExtract, { extractId: extract.id }, { dueAt: expiresAt });
  }

  /** The extract, if it is still to be made: `null` if it is ready, or over. */
  async toMake(extractId: string): Promise<Extract | null> {
    const extract = await this.database.read.findOneBy(Extract, { id: extractId });
    return extract && extract.state !== 'ready' && this.clock.now() < extract.expiresAt ? extract : null;
  }

  /**
   * Makes the file of an extract and gives it to its reader, once: if two run, the later one finds it ready. A failure
   * is shown, and the job tries again.
   */
  async make(extract: Extract, make: (leftOut: ReadonlySet<string>) => Promise<StoredFile>): Promise<void> {
    const leftOut = await this.recusals.of(extract.askedById, extract.editionId);
    if (hashOf(leftOut) !== extract.leftOut) return this.fail(extract.id);
    let file: StoredFile;
    try {
      file = await make(leftOut);
    } catch (error) {
      await this.fail(extract.id);
      throw error;
    }
    await this.transaction.run(async (tx) => {
      const [made] = await tx.lockAll(Extract, { id: extract.id });
      // It was erased meanwhile, and its erasing job will not run again.
      if (!made) return this.files.erase(extract.id);
      if (made.state === 'ready') return;
      await this.files.keep(tx, file);
      await tx.save(
        Object.assign(made, {
          state: orRefuse(become(madeFileProcess, made.state, 'ready', 'common.no-such-step')),
          done: made.total,
        }),
      );
    });
  }

  /** The applications of which somebody must not learn now, as a hash to compare with an extract's. */
  async leftOutFor(accountId: string, editionId: string): Promise<string> {
    return hashOf(await this.recusals.of(accountId, editionId));
  }

  async say(extractId: string, progress: Partial<Pick<Extract, 'done' | 'total'>>): Promise<void> {
    await this.transaction.run((tx) => tx.manager.update(Extract, { id: extractId, state: 'queued' }, progress));
  }

  /** The bytes go first: if that is interrupted, the rows remain for another attempt. */
  async erase(extracts: readonly Extract[]): Promise<void> {
    const ids = extracts.map(({ id }) => id);
    for (const id of ids) await this.files.erase(id);
    await this.transaction.run(async (tx) => {
      await tx.manager.delete(Extract, { id: In(ids) });
      for (const id of ids) await this.files.forget(tx, id);
    });
  }

  private async fail(extractId: string): Promise<void> {
    await this.transaction.run((tx) =>
      tx.manager.update(Extract, { id: extractId, state: 'queued' }, { state: 'failed' }),
    );
  }
}

const hashOf = (ids: ReadonlySet<string>): string =>
  createHash('sha256')
    .update([...ids].sort().join())
    .digest('hex');
