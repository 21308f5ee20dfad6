import type { ReturnView } from '@libretto/contracts';
import { type EntityManager, In } from 'typeorm';
import type { Tx } from '../../../platform/database/transaction';
import { DossierReturn } from './dossier-return.entity';
import { ReturnQuestion } from './return-question.entity';

/** The returns of an application, the latest first, each with its questions in the order of asking. Two statements. */
export async function returnsOf(
  manager: EntityManager,
  applicationId: string,
): Promise<(ReturnView & { byId: string })[]> {
  const returns = await manager.find(DossierReturn, { where: { applicationId }, order: { number: 'DESC' } });
  const questions = returns.length
    ? await manager.find(ReturnQuestion, { where: { returnId: In(returns.map(({ id }) => id)) }, order: { id: 'ASC' } })
    : [];
  return returns.map(({ id, number, at, word, byId, answerUntil, answeredAt, lapsedAt }) => ({
    number,
    at: at.toISOString(),
    word,
    byId,
    questions: questions
      .filter(({ returnId }) => returnId === id)
      .map((question) => ({ id: question.id, field: question.field, text: question.text, answer: question.answer })),
    answerUntil: answerUntil.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    lapsedAt: lapsedAt?.toISOString() ?? null,
  }));
}

/** The open return of an application that is locked and returned. */
export const openReturn = (tx: Tx, applicationId: string): Promise<DossierReturn> =>
  tx.manager.findOneOrFail(DossierReturn, { where: { applicationId }, order: { number: 'DESC' } });
