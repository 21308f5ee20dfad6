import type { Actor } from '@libretto/domain';
import { AnswersFor, type AnswersForPart, type Place } from '../../../platform/http/answers-for';
import { LetterLog } from './letter-log';

/** The mails that an edition's addresses can name: those of its letters and offers that the reader may know of. */
@AnswersFor('mailId')
export class MailsOfEdition implements AnswersForPart {
  constructor(private readonly log: LetterLog) {}

  async isThere({ editionId = '', mailId = '' }: Place, actor: Actor): Promise<boolean> {
    return this.log.has(actor, editionId, mailId);
  }
}
