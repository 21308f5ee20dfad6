import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Application } from '../dossier/application.entity';
import { DossierReturn } from './dossier-return.entity';

/** Finds the applicant of a return, for its mails. */
@Injectable()
export class ReturnRecipient {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
  ) {}

  async of(returnId: string) {
    const asked = await this.database.read.findOneByOrFail(DossierReturn, { id: returnId });
    const { accountId, editionId } = await this.database.read.findOneByOrFail(Application, { id: asked.applicationId });
    const person = (await this.people.byIds([accountId])).get(accountId);
    const edition = await this.editions.byId(editionId);
    if (!person || !edition) throw new Error(`return ${returnId} has lost its person or edition`);
    return { asked, person, edition };
  }
}
