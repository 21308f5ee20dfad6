import type { InputOf, askForList } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { ExtractDesk } from '../extracts/extract-desk';
import { writeList } from './jobs/write-list.job';

/** Asks for the list of an edition’s applications as a file for spreadsheets. */
@Injectable()
export class AskForList {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly desk: ExtractDesk,
  ) {}

  /** Refusals: admissions.extract-under-way. */
  async run(
    actor: Actor,
    editionId: string,
    { format, language, filter }: InputOf<typeof askForList>['body'],
  ): Promise<{ id: string }> {
    if (!(await this.editions.byId(editionId))) throw notFound();
    const extract = await this.desk.begin(actor, editionId, { kind: `list-${format}`, language, filter });
    await this.transaction.run(async (tx) => {
      await this.desk.take(tx, extract);
      await tx.enqueue(writeList, { extractId: extract.id });
    });
    return { id: extract.id };
  }
}
