import type { Reaction, Tx } from '../../../platform/database/transaction';
import { newId } from '../../../platform/database/new-id';
import { ReactsTo } from '../../../platform/jobs/handler';
import { Languages } from '../../../platform/language/languages';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { PlaceAllocation } from '../../places';
import { ApplicationRuled } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';
import { Ruling } from '../dossier/ruling.entity';
import { composeLetter, missedIn } from './ruling-letter';
import { Letter } from './letter.entity';

/** Composes the letter from the row of the ruling, in the same commit: neither exists without the other. */
@ReactsTo(ApplicationRuled)
export class WriteLetter implements Reaction<ApplicationRuled> {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly places: PlaceAllocation,
    private readonly languages: Languages,
  ) {}

  async react({ applicationId, rulingId }: ApplicationRuled, tx: Tx): Promise<void> {
    const ruling = await tx.manager.findOneByOrFail(Ruling, { id: rulingId });
    const { accountId, editionId, country } = await tx.manager.findOneByOrFail(Application, { id: applicationId });
    const person = (await this.people.byIds([accountId])).get(accountId);
    const edition = await this.editions.byId(editionId);
    if (!person || !edition) throw new Error(`ruling ${rulingId} has lost its person or edition`);
    const first = ruling.number === 2 ? await tx.manager.findOneByOrFail(Ruling, { applicationId, number: 1 }) : null;
    const waitsWithAll = await this.places.waitsWithAll(edition, country);
    const ruled = { ...ruling, waitsWithAll, first: first?.outcome ?? null, missed: missedIn(ruling.record) };
    const words = composeLetter(ruled, edition, person, this.languages);
    const about = { rulingId, applicationId, editionId, outcome: ruling.outcome };
    await tx.insert(Letter, { id: newId(), ...about, ...words, composedAt: ruling.at, erasedAt: null });
  }
}
