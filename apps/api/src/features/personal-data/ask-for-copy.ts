import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { isUniqueViolation } from '../../platform/database/errors';
import { Transaction } from '../../platform/database/transaction';
import { MadeFiles } from '../../platform/files/made-files';
import { Refused } from '../../platform/refusals/refused';
import { eraseCopy } from './jobs/erase-copy.job';
import { makeCopy } from './jobs/make-copy.job';
import { PersonalCopy } from './personal-copy.entity';

const daysKept = 7;

/** Asks for a copy of the actor's own data. One is made at a time, and replaces the one before. */
@Injectable()
export class AskForCopy {
  constructor(
    private readonly transaction: Transaction,
    private readonly made: MadeFiles,
  ) {}

  /** Refusals: personal-data.copy-under-way. */
  async run({ accountId }: Actor, language: string): Promise<{ id: string }> {
    const asked = this.made.askedFor(daysKept);
    const { id } = asked;
    try {
      await this.transaction.run(async (tx) => {
        const before = await tx.manager.find(PersonalCopy, { where: { accountId, underWayFor: IsNull() } });
        await tx.insert(PersonalCopy, { ...asked, accountId, underWayFor: accountId, language });
        for (const copy of before) await tx.enqueue(eraseCopy, { copyId: copy.id });
        await tx.enqueue(makeCopy, { copyId: id });
        await tx.enqueue(eraseCopy, { copyId: id }, { dueAt: asked.expiresAt });
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('personal-data.copy-under-way')) : error;
    }
    return { id };
  }
}
