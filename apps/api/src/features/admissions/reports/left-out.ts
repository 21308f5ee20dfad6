import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { Application } from '../application/application.entity';
import { Recusals } from '../commission/recusals';

/**
 * The applications that no figure, row or file for this reader may hold: those with which they are in conflict as a
 * member of the commission, and their own.
 */
@Injectable()
export class LeftOut {
  constructor(
    private readonly database: Database,
    private readonly recusals: Recusals,
  ) {}

  async for(accountId: string, editionId: string): Promise<ReadonlySet<string>> {
    const recused = await this.recusals.of(accountId, editionId);
    const own = await this.database.read.find(Application, { select: { id: true }, where: { editionId, accountId } });
    return new Set([...recused, ...own.map(({ id }) => id)]);
  }
}
