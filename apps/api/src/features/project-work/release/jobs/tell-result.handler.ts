import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { resultReleasedMail } from '../mail/result-released.mail';
import { Recipients } from '../../work/recipients';
import { tellResult } from './tell-result.job';

@HandlesJob(tellResult)
export class TellResult implements JobHandler<{ enrolmentId: string }> {
  constructor(
    private readonly recipients: Recipients,
    private readonly postman: Postman,
  ) {}

  async run({ enrolmentId }: { enrolmentId: string }, { id }: JobRun): Promise<void> {
    const { to, about } = await this.recipients.of(enrolmentId);
    await this.postman.send(resultReleasedMail, { key: id, to, data: about });
  }
}
