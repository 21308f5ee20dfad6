import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { EditionDirectory } from '../../../editions';
import { Application } from '../../application/application.entity';
import { Benches } from '../../commission/bench';
import { baseOn } from '../../commission/deliberation';
import { saidOf } from '../../commission/said';
import { secondRoundMail } from '../mail/second-round.mail';
import { mailSecondRound } from './mail-second-round.job';

@HandlesJob(mailSecondRound)
export class MailSecondRound implements JobHandler<{ applicationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly benches: Benches,
    private readonly postman: Postman,
  ) {}

  async run({ applicationId }: { applicationId: string }, { id }: JobRun): Promise<void> {
    const application = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const edition = await this.editions.byId(application.editionId);
    if (!edition) throw new Error(`appeal of ${applicationId} has lost its edition`);
    // Decided meanwhile: the mail would call somebody to nothing.
    if (application.state !== 'appealed') return;
    const bench = await this.benches.of(edition.id, [application.accountId]);
    const { members } = baseOn(application, bench, await saidOf(this.database.read, [application]));
    const { title } = edition.definition;
    for (const { accountId } of members) {
      const person = bench.person(accountId);
      if (!person) continue;
      const data = { name: person.name, programme: title[person.language] ?? title.en, edition: edition.name, editionId: edition.id };
      await this.postman.send(secondRoundMail, { key: `${id}.${accountId}`, to: person, data });
    }
  }
}
