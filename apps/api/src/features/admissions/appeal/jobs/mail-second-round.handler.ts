import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { EditionDirectory } from '../../../editions';
import { Application } from '../../dossier/application.entity';
import { CommissionPanels } from '../../dossier/commission-panel';
import { baseOn } from '../../dossier/deliberation';
import { secondRoundMail } from '../mail/second-round.mail';
import { mailSecondRound } from './mail-second-round.job';

@HandlesJob(mailSecondRound)
export class MailSecondRound implements JobHandler<{ applicationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly postman: Postman,
  ) {}

  async run({ applicationId }: { applicationId: string }, { id }: JobRun): Promise<void> {
    const application = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const edition = await this.editions.byId(application.editionId);
    if (!edition) throw new Error(`appeal of ${applicationId} has lost its edition`);
    // Decided meanwhile: the mail would have no purpose.
    if (application.state !== 'appealed') return;
    const { panel, record } = await this.panels.beside(edition.id, [application]);
    const { members } = baseOn(application, panel, record);
    const { title } = edition.definition;
    for (const { accountId } of members) {
      const person = panel.person(accountId);
      if (!person) continue;
      const data = {
        name: person.name,
        programme: title[person.language] ?? title.en,
        edition: edition.name,
        editionId: edition.id,
      };
      await this.postman.send(secondRoundMail, { key: `${id}.${accountId}`, to: person, data });
    }
  }
}
