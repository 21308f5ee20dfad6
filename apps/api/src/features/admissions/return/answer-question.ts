import { type Actor, type Change, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, orNotFound, Refused } from '../../../platform/refusals/refused';
import { lockOwnApplication } from '../dossier/lock-own-application';
import { ReturnQuestion } from './return-question.entity';
import { openReturn } from './returns-of';

/** Stores an applicant's reply to one question. The commission reads it once the application is submitted again. */
@Injectable()
export class AnswerQuestion {
  constructor(private readonly transaction: Transaction) {}

  /** Refusals: admissions.not-editable, common.changed-elsewhere. */
  run(
    actor: Actor,
    { editionId, questionId }: { editionId: string; questionId: string },
    change: Change<{ answer?: string }>,
  ) {
    return this.transaction.run(async (tx) => {
      const application = await lockOwnApplication(tx, actor, editionId);
      if (application.state !== 'returned') throw new Refused(refuse('admissions.not-editable'));
      const { id: returnId } = await openReturn(tx, application.id);
      const question = orNotFound(await tx.manager.findOneBy(ReturnQuestion, { id: questionId, returnId }));
      const stored = mergedOrRefuse({ answer: question.answer }, change);
      await tx.save(Object.assign(question, stored));
      return { stored };
    });
  }
}
