import type { LetterView, MyLetters } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { peopleRows } from '../../accounts';
import { Recusals } from '../dossier/recusals';
import { LetterLog } from './letter-log';
import { Letter } from './letter.entity';

/** Letters in the words that were stored and sent. */
@Injectable()
export class LettersToRead {
  constructor(
    private readonly database: Database,
    private readonly recusals: Recusals,
    private readonly log: LetterLog,
  ) {}

  async one(actor: Actor, { editionId, letterId }: { editionId: string; letterId: string }): Promise<LetterView> {
    const { letters, people } = await this.database.together({
      letters: rowsOf(Letter, 'WHERE it.id = :letterId AND it.editionId = :editionId', { letterId, editionId }),
      people: peopleRows(
        `SELECT application.accountId AS id FROM letter
         JOIN application ON application.id = letter.applicationId WHERE letter.id = :letterId`,
        { letterId },
      ),
    });
    const [[letter], [person]] = [letters, people];
    if (!letter || (await this.recusals.covers(actor.accountId, editionId, letter.applicationId))) throw notFound();
    return {
      name: person?.name ?? '',
      ...wordsOf(letter),
      mail: await this.log.mailOf(actor, editionId, letter, person),
    };
  }

  /** The letters about the actor's own application, the first ruling's first. */
  async own({ accountId }: Actor, editionId: string): Promise<MyLetters> {
    const letters = await this.database.rows(
      rowsOf(
        Letter,
        `JOIN application ON application.id = it.applicationId
         WHERE application.editionId = :editionId AND application.accountId = :accountId`,
        { editionId, accountId },
        { by: ['composedAt', 'id'] },
      ),
    );
    return { items: letters.map((letter) => ({ id: letter.id, ...wordsOf(letter) })) };
  }
}

const wordsOf = ({ outcome, composedAt, erasedAt, language, subject, paragraphs }: Letter) => ({
  outcome,
  composedAt: composedAt.toISOString(),
  isErased: erasedAt !== null,
  letter: { language, subject, paragraphs },
});
