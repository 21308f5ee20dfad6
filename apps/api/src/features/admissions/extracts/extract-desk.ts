import { createHash } from 'node:crypto';
import type { ExtractKind } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction';
import { MadeFiles } from '../../../platform/files/made-files';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { Refused } from '../../../platform/refusals/refused';
import { mayReadDeliberation } from '../dossier/admissions.policy';
import { Recusals } from '../dossier/recusals';
import { Extract } from './extract.entity';
import { eraseExtract } from './jobs/erase-extract.job';

/** A list is quickly made anew; binding dossiers takes long, and so does moving them to an archive. */
const daysKept: Readonly<Record<ExtractKind, number>> = { 'list-csv': 1, 'list-xlsx': 1, dossier: 7, dossiers: 7 };

/** Queues extracts, and gives a finished one to the person who asked for it. */
@Injectable()
export class ExtractDesk {
  constructor(
    private readonly made: MadeFiles,
    private readonly recusals: Recusals,
  ) {}

  /** A new extract, to be stored with `take`. */
  async begin(
    { accountId, ...actor }: Actor,
    editionId: string,
    about: Pick<Extract, 'kind' | 'language'> & Partial<Pick<Extract, 'filter' | 'applicationId'>>,
  ): Promise<Extract> {
    return Object.assign(new Extract(), {
      ...this.made.askedFor(daysKept[about.kind]),
      ...{ editionId, askedById: accountId, filter: null, applicationId: null, partOfId: null },
      ...about,
      withDeliberation: mayReadDeliberation({ accountId, ...actor }, { editionId }),
      leftOut: await this.leftOutFor(accountId, editionId),
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

  /** Makes the file of an extract, unless its reader must not learn of other applications than when it was asked for. */
  make(extract: Extract, make: (leftOut: ReadonlySet<string>) => Promise<StoredFile>): Promise<void> {
    return this.made.make(extract, async () => {
      const leftOut = await this.recusals.of(extract.askedById, extract.editionId);
      return hashOf(leftOut) === extract.leftOut ? make(leftOut) : null;
    });
  }

  /** The applications of which somebody must not learn now, as a hash to compare with an extract's. */
  async leftOutFor(accountId: string, editionId: string): Promise<string> {
    return hashOf(await this.recusals.of(accountId, editionId));
  }
}

const hashOf = (ids: ReadonlySet<string>): string =>
  createHash('sha256')
    .update([...ids].sort().join())
    .digest('hex');
