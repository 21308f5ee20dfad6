import { questionsOf } from '@libretto/domain';
import { AnswersFor, type AnswersForPart, type Place } from '../../../platform/http/answers-for';
import { EditionDirectory } from '../../editions';
import { termsOf } from '../dossier/terms';

/** The criteria that an edition's addresses can name. */
@AnswersFor('criterionId')
export class CriteriaOfEdition implements AnswersForPart {
  constructor(private readonly editions: EditionDirectory) {}

  async isThere({ editionId = '', criterionId = '' }: Place): Promise<boolean> {
    const edition = await this.editions.byId(editionId);
    return edition !== undefined && questionsOf(termsOf(edition)).includes(criterionId);
  }
}
