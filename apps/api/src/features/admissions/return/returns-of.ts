import type { ReturnView } from '@libretto/contracts';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { DossierReturn } from './dossier-return.entity';
import { ReturnQuestion } from './return-question.entity';

/** The rows of the returns of the application whose id `which` is in SQL, for a statement that reads other rows too. */
export const returnRows = (which: string, values: Values) => ({
  returns: rowsOf(DossierReturn, `WHERE it.applicationId IN (${which})`, values, { by: ['number'] }),
  questions: rowsOf(
    ReturnQuestion,
    `JOIN dossier_return asked ON asked.id = it.returnId WHERE asked.applicationId IN (${which})`,
    values,
    { by: ['id'] },
  ),
});

/** The returns that these rows make, the latest first, each with its questions in the order of asking. */
export function returnsShown({
  returns,
  questions,
}: {
  readonly returns: readonly DossierReturn[];
  readonly questions: readonly ReturnQuestion[];
}): (ReturnView & { byId: string })[] {
  return returns.toReversed().map(({ id, number, at, word, byId, answerUntil, answeredAt, lapsedAt }) => ({
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
