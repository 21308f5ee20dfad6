import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { Recipients } from '../../work/recipients';
import { LateResult } from '../late-result';
import { resultReleasedMail } from '../mail/result-released.mail';
import { tellResult } from './tell-result.job';

@HandlesJob(tellResult)
export class TellResult implements JobHandler<{ enrolmentId: string; briefId: string }> {
  constructor(
    private readonly recipients: Recipients,
    private readonly late: LateResult,
    private readonly postman: Postman,
  ) {}

  async run({ enrolmentId, ...about }: { enrolmentId: string; briefId: string }, { id }: JobRun): Promise<void> {
    const { to, about: data } = await this.recipients.of(enrolmentId, about);
    const late = await this.late.of(enrolmentId, about.briefId);
    await this.postman.send(resultReleasedMail, { key: id, to, data: { ...data, late } });
  }
}
