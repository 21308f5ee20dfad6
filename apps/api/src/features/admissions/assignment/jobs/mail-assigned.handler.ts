import { In } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordDay } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { EditionDirectory } from '../../../editions';
import { Application, columnsOnList } from '../../dossier/application.entity';
import { CommissionPanels } from '../../dossier/commission-panel';
import { AssignmentRun } from '../assignment-run.entity';
import { Assignment } from '../assignment.entity';
import { mailAssigned } from './mail-assigned.job';
import { dossiersAssignedMail } from '../mail/dossiers-assigned.mail';
import { readingStand, standing } from '../reading-stand';

@HandlesJob(mailAssigned)
export class MailAssigned implements JobHandler<{ runId: string; accountId: string }> {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly postman: Postman,
  ) {}

  async run({ runId, accountId }: { runId: string; accountId: string }, { id }: JobRun): Promise<void> {
    const { read } = this.database;
    const { editionId, readBy } = await read.findOneByOrFail(AssignmentRun, { id: runId });
    const mine = await read.findBy(Assignment, { runId, accountId });
    const applications = await read.find(Application, {
      select: columnsOnList,
      where: { id: In(mine.map(({ applicationId }) => applicationId)) },
    });
    const panel = await this.panels.of(
      editionId,
      applications.map((one) => one.accountId),
    );
    // Dossiers that a conflict has closed since the run are not counted: the member must not learn of them.
    const dossiers = standing({ ...(await readingStand(read, editionId, panel, applications)), before: mine }).length;
    const edition = await this.editions.byId(editionId);
    const person = panel.person(accountId);
    if (!edition || !person || !dossiers) return;
    const { title } = edition.definition;
    const data = {
      name: person.name,
      programme: title[person.language] ?? title.en,
      edition: edition.name,
      editionId,
      dossiers,
      readBy: wordDay(new Date(`${readBy}T12:00:00Z`), { language: person.language, timeZone: 'UTC' }),
    };
    await this.postman.send(dossiersAssignedMail, { key: id, to: person, data });
  }
}
