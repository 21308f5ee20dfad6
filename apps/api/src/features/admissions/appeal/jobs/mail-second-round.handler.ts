import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { EditionDirectory } from '../../../editions';
import { Application } from '../../dossier/application.entity';
import { CommissionPanels } from '../../dossier/commission-panel';
import { baseOn } from '../../dossier/deliberation';
import { deliberationRecordOf } from '../../dossier/deliberation-record';
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
    const panel = await this.panels.of(edition.id, [application.accountId]);
    const { members } = baseOn(application, panel, await deliberationRecordOf(this.database.read, [application]));
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
