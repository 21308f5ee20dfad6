import {
  type Actor,
  answerEnd,
  applicationProcess,
  become,
  fieldKeysOf,
  type Refusal,
  returnWith,
  usualAnswerDays,
  whoChairs,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { allow, orRefuse } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { ApplicationReturned } from '../dossier/admissions.events';
import { mayReturn } from '../dossier/admissions.policy';
import { formPartsOf, ownFieldsOf } from '../dossier/terms';
import { OpenDossiers } from '../dossier/open-dossiers';
import { DossierReturn } from './dossier-return.entity';
import { handBackUnanswered } from './jobs/hand-back-unanswered.job';
import { ReturnQuestion } from './return-question.entity';

type Of = { editionId: string; applicationId: string };
type Questions = readonly { field: string; text: string }[];

/** Returns a dossier to its applicant with questions. It comes back with an answer, or lapses at its deadline. */
@Injectable()
export class ReturnApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly dossiers: OpenDossiers,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.declare-first, admissions.not-before-commission, admissions.ruled-first,
   * admissions.not-under-review, admissions.not-the-chair, admissions.unknown-field, admissions.asked-twice,
   * admissions.no-time-to-answer.
   */
  async run(
    actor: Actor,
    of: Of,
    { questions, word }: { questions: Questions; word: string },
  ): Promise<{ id: string }> {
    const id = newId();
    const at = this.clock.now();
    await this.transaction.run(async (tx) => {
      allow(mayReturn(actor, of));
      const dossier = await this.dossiers.lock(tx, actor, of);
      const { application, edition } = dossier;
      orRefuse(returnWith(termsOfReturn(dossier), actor.accountId, questions));
      const answerUntil = orRefuse(answerEndFor(edition, at));
      const number = 1 + (await tx.manager.countBy(DossierReturn, { applicationId: application.id }));
      application.state = orRefuse(
        become(applicationProcess, application.state, 'returned', 'admissions.no-such-step'),
      );
      await tx.save(application);
      const ends = { answeredAt: null, lapsedAt: null };
      await tx.insert(DossierReturn, {
        id,
        applicationId: application.id,
        number,
        word,
        byId: actor.accountId,
        at,
        answerUntil,
        ...ends,
      });
      await tx.insert(
        ReturnQuestion,
        questions.map(({ field, text }) => ({ id: newId(), returnId: id, field, text, answer: '' })),
      );
      await tx.publish(new ApplicationReturned(application.id, id));
      await tx.enqueue(handBackUnanswered, { returnId: id }, { dueAt: answerUntil });
    });
    return { id };
  }
}

function termsOfReturn({ application, edition, panel, record }: Awaited<ReturnType<OpenDossiers['lock']>>) {
  const inConflict = new Set(panel.conflictsWith(application, record.declarations).keys());
  return {
    state: application.state,
    chairId: whoChairs(panel.members, inConflict),
    fields: fieldKeysOf(formPartsOf(edition), ownFieldsOf(edition)),
  };
}

/** The end of the time for an answer to questions that are asked now, or why no time is left. */
export const answerEndFor = (edition: EditionCard, now: Date): Date | Refusal =>
  answerEnd(edition.definition.admission.answerDays ?? usualAnswerDays, edition, now);
