import type { ReturnPreview as Preview } from '@libretto/contracts';
import { type Actor, fieldKeysOf, returnWith, whoChairs } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { EditionDirectory } from '../../editions';
import { Application } from '../dossier/application.entity';
import { formPartsOf, ownFieldsOf } from '../dossier/terms';
import { CommissionPanels } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { questionsAskedMail } from './mail/questions-asked.mail';
import { answerEndFor } from './return-application';
import { returnLetterData } from './return-letter';

/** The mail with these questions as an applicant would get it, and the deadline for an answer. */
@Injectable()
export class ReturnPreview {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly languages: Languages,
    private readonly clock: Clock,
  ) {}

  async of(
    { accountId }: Actor,
    at: { editionId: string; applicationId: string },
    words: { questions: readonly { field: string; text: string }[]; word: string },
  ): Promise<Preview> {
    const edition = await this.editions.byId(at.editionId);
    const application = await this.database.read.findOneBy(Application, {
      id: at.applicationId,
      editionId: at.editionId,
    });
    if (!edition || !application) throw notFound();
    const panel = await this.panels.of(at.editionId, [application.accountId]);
    const declarations = await this.database.read.findBy(Declaration, { applicationId: application.id });
    const person = panel.person(application.accountId);
    if (!person || panel.readingOf(accountId, application, declarations) !== 'reads') throw notFound();
    const fields = fieldKeysOf(formPartsOf(edition), ownFieldsOf(edition));
    const chairId = whoChairs(panel.members, new Set(panel.conflictsWith(application, declarations).keys()));
    // A mail is previewed while the first question is still being chosen.
    const [first = 'degrees'] = fields;
    orRefuse(
      returnWith(
        { state: application.state, chairId, fields },
        accountId,
        words.questions.length ? words.questions : [{ field: first, text: '' }],
      ),
    );
    const answerUntil = orRefuse(answerEndFor(edition, this.clock.now()));
    const data = returnLetterData({ ...words, answerUntil }, edition, person, this.languages);
    const { subject, paragraphs } = questionsAskedMail.compose(this.languages.in(person.language), data);
    return { answerUntil: answerUntil.toISOString(), letter: { language: person.language, subject, paragraphs } };
  }
}
