import type { LetterView, MyLetters } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { LetterLog } from './letter-log';
import { Letter } from './letter.entity';

/** Letters in the words that were stored and sent. */
@Injectable()
export class LettersToRead {
  constructor(
    private readonly database: Database,
    private readonly recusals: Recusals,
    private readonly people: PeopleDirectory,
    private readonly log: LetterLog,
  ) {}

  async one(actor: Actor, { editionId, letterId }: { editionId: string; letterId: string }): Promise<LetterView> {
    const letter = await this.database.read.findOneBy(Letter, { id: letterId, editionId });
    if (!letter || (await this.recusals.of(actor.accountId, editionId)).has(letter.applicationId)) throw notFound();
    const { accountId } = await this.database.read.findOneByOrFail(Application, { id: letter.applicationId });
    return {
      name: (await this.people.byIds([accountId])).get(accountId)?.name ?? '',
      ...wordsOf(letter),
      mail: await this.log.mail(actor, editionId, { letterId }),
    };
  }

  /** The letters about the actor's own application, the first ruling's first. */
  async own({ accountId }: Actor, editionId: string): Promise<MyLetters> {
    const application = await this.database.read.findOneBy(Application, { editionId, accountId });
    const letters = application
      ? await this.database.read.find(Letter, {
          where: { applicationId: application.id },
          order: { composedAt: 'ASC', id: 'ASC' },
        })
      : [];
    return { items: letters.map((letter) => ({ id: letter.id, ...wordsOf(letter) })) };
  }
}

const wordsOf = ({ outcome, composedAt, erasedAt, language, subject, paragraphs }: Letter) => ({
  outcome,
  composedAt: composedAt.toISOString(),
  isErased: erasedAt !== null,
  letter: { language, subject, paragraphs },
});
