import { newId } from '../platform/database/new-id';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { Evidence } from '../features/admissions/dossier/evidence.entity';
import { Conflict } from '../features/admissions/dossier/conflict.entity';
import { Comment } from '../features/admissions/discussion/comment.entity';
import { Letter } from '../features/admissions/letters/letter.entity';
import { DossierReturn } from '../features/admissions/return/dossier-return.entity';
import { ReturnQuestion } from '../features/admissions/return/return-question.entity';
import { Offer } from '../features/places/offer.entity';
import { anOffer } from '../features/places/places.builder';
import { aRulingOn, aStoredFile } from './fixtures';
import type { TestApp } from './test-app';

const idsOfADossier = ['offerId', 'evidenceId', 'commentId', 'questionId', 'conflictId', 'mailId', 'letterId'] as const;
export type IdsOfADossier = Record<'applicationId' | (typeof idsOfADossier)[number], string>;

/**
 * One row of each kind that can belong to an application, by their names in addresses; with a member of the commission,
 * and the coordinator who pinned their conflict.
 */
export async function allOfADossier(
  app: TestApp,
  whose: { editionId: string; applicationId: string; accountId: string; institutionId: string },
  { memberId, byId, reason = 'As the file shows.' }: { memberId: string; byId: string; reason?: string },
): Promise<IdsOfADossier> {
  const { editionId, applicationId } = whose;
  const at = new Date('2026-11-20T09:00:00Z');
  const ids = { applicationId, ...Object.fromEntries(idsOfADossier.map((name) => [name, newId()])) } as IdsOfADossier;
  const pinned = {
    id: newId(),
    applicationId,
    accountId: memberId,
    ground: 'pinned' as const,
    number: 1,
    reason,
    byId,
    at,
    endedAt: null,
    endedById: null,
    endedBecause: null,
  };
  // An applicant's claim about somebody in conflict opens nothing to them either.
  await app.build(Conflict, pinned, {
    ...pinned,
    id: ids.conflictId,
    ground: 'named-referee',
    reason: null,
    byId: null,
  });
  await app.build(Comment, {
    id: ids.commentId,
    applicationId,
    accountId: memberId,
    words: reason,
    at,
    takenBackAt: null,
  });
  const fileId = await aStoredFile(app, 'secret.pdf', 'evidence');
  await app.build(Evidence, {
    id: ids.evidenceId,
    applicationId,
    fileId,
    kind: 'degree',
    fieldId: null,
    standing: 'in',
    ofAppeal: false,
    addedAt: at,
  });
  const returnId = newId();
  await app.build(DossierReturn, {
    id: returnId,
    applicationId,
    number: 1,
    word: '',
    byId,
    at,
    answerUntil: at,
    answeredAt: null,
    lapsedAt: null,
  });
  await app.build(ReturnQuestion, { id: ids.questionId, returnId, field: 'degrees', text: reason, answer: '' });
  await app.build(Offer, anOffer(whose, { id: ids.offerId }));
  const ruling = await aRulingOn(app, applicationId);
  const about = { rulingId: ruling.id, applicationId, editionId, outcome: ruling.outcome };
  await app.build(Letter, {
    id: ids.letterId,
    ...about,
    language: 'en',
    subject: 'Your place',
    paragraphs: [],
    action: null,
    composedAt: ruling.at,
    erasedAt: null,
  });
  const stopped = {
    state: 'stopped' as const,
    requestId: null,
    createdAt: at,
    dueAt: at,
    claimedUntil: null,
    attemptId: null,
    attempts: 9,
    error: 'No such mailbox.',
  };
  await app.build(OutboxRow, {
    id: ids.mailId,
    job: 'admissions.mail-ruling',
    payload: { rulingId: ruling.id },
    about: ruling.id,
    ...stopped,
  });
  return ids;
}
