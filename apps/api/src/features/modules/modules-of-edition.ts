import { AnswersFor, type AnswersForPart, type Place } from '../../platform/http/answers-for';
import { EditionDirectory } from '../editions';

/** The modules that an edition's addresses can name. */
@AnswersFor('moduleNumber')
export class ModulesOfEdition implements AnswersForPart {
  constructor(private readonly editions: EditionDirectory) {}

  async isThere({ editionId = '', moduleNumber }: Place): Promise<boolean> {
    const edition = await this.editions.byId(editionId);
    return edition?.definition.modules.some(({ number }) => number === Number(moduleNumber)) ?? false;
  }
}
