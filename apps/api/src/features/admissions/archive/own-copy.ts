import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { fileNameOf } from '../../../platform/files/file-name';
import { notFound } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { Application } from '../dossier/application.entity';
import dossier from './dossier.typ';
import { DossierRecords } from './dossier-record';
import { dossierSheet } from './dossier-sheet';
import { courseOfThings, dossierInWords, filesInWords } from './dossier-sections';
import { wordingIn } from './wording';

/**
 * An applicant's copy of their own submission: the form and a list of the files, without any word of the commission.
 */
@Injectable()
export class OwnCopy {
  constructor(
    private readonly database: Database,
    private readonly records: DossierRecords,
    private readonly languages: Languages,
    private readonly renderer: PdfRenderer,
    private readonly clock: Clock,
  ) {}

  async of({ accountId }: Actor, editionId: string, language: string): Promise<{ name: string; bytes: Buffer }> {
    const application = await this.database.read.findOneBy(Application, { editionId, accountId });
    if (!application?.submittedAt || application.erasedAt) throw notFound();
    const whole = await this.records.of(application.id, { withDeliberation: false });
    const own = { ...whole, returns: [], rulings: [], letters: [], appeal: null, place: null };
    const say = this.languages.in(language);
    const wording = wordingIn(language, say, {
      timeZone: own.edition.timeZone,
      fields: own.edition.definition.admission.form ?? [],
    });
    const now = this.clock.now();
    const sheet = {
      ...dossierSheet(own, [], wording, now),
      subtitle: say('admissions.own-copy.made', { day: wording.at(now), zone: own.edition.timeZone }),
      evidence: null,
      note: '',
      sections: [courseOfThings(own, wording), dossierInWords(own, wording), filesInWords(own, wording)],
    };
    return {
      name: fileNameOf(say('admissions.own-copy.file', { name: own.person.name, edition: own.edition.name })),
      bytes: await this.renderer.printWhateverItSays(dossier, sheet),
    };
  }
}
