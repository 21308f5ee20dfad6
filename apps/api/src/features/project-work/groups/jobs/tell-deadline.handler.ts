import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordDeadline } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { Participation } from '../../work/participation';
import { ProjectDeadline } from '../../work/project-deadline.entity';
import { Recipients } from '../../work/recipients';
import { deadlineExtendedMail } from '../mail/deadline-extended.mail';
import { tellDeadline } from './tell-deadline.job';

@HandlesJob(tellDeadline)
export class TellDeadline implements JobHandler<{ deadlineId: string; enrolmentId: string }> {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly recipients: Recipients,
    private readonly postman: Postman,
  ) {}

  async run({ deadlineId, enrolmentId }: { deadlineId: string; enrolmentId: string }, { id }: JobRun): Promise<void> {
    const deadline = await this.database.read.findOneByOrFail(ProjectDeadline, { id: deadlineId });
    const { to, about } = await this.recipients.of(enrolmentId, deadline);
    const edition = await this.participation.edition(deadline.editionId);
    const until = wordDeadline(deadline.until, to, edition);
    const data = { ...about, until, reason: deadline.reason ?? '' };
    await this.postman.send(deadlineExtendedMail, { key: id, to, data });
  }
}
