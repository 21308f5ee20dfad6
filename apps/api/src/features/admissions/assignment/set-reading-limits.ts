import type { InputOf, setReadingLimits } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { allow, notFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { mayAssignDossiers } from '../dossier/admissions.policy';
import { CommissionPanels } from '../dossier/commission-panel';
import { ReadingLimit } from './reading-limit.entity';

type Limits = InputOf<typeof setReadingLimits>['body']['limits'];

/** Sets the most dossiers that members are asked to read. The next run keeps to it. */
@Injectable()
export class SetReadingLimits {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
  ) {}

  async run(actor: Actor, editionId: string, limits: Limits): Promise<void> {
    const { members } = await this.panels.of(editionId, []);
    const accountIds = limits.map(({ accountId }) => accountId);
    if (!accountIds.every((id) => members.some(({ accountId }) => accountId === id))) throw notFound();
    await this.transaction.run(async (tx) => {
      allow(mayAssignDossiers(actor, { editionId }));
      await this.editions.lock(tx, editionId);
      await tx.manager.delete(ReadingLimit, { editionId, accountId: In(accountIds) });
      const set = new Map(
        limits.flatMap(({ accountId, dossiers }) => (dossiers === null ? [] : [[accountId, dossiers] as const])),
      );
      await tx.insert(
        ReadingLimit,
        [...set].map(([accountId, dossiers]) => ({ id: newId(), editionId, accountId, dossiers })),
      );
    });
  }
}
