import { Database } from '../../../../platform/database/database';
import { StoredFile } from '../../../../platform/files/stored-file.entity';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { workReceivedMail } from '../mail/work-received.mail';
import { Recipients } from '../../work/recipients';
import { Submission, Work } from '../../work/work.entity';
import { confirmHandIn } from './confirm-hand-in.job';

@HandlesJob(confirmHandIn)
export class ConfirmHandIn implements JobHandler<{ submissionId: string; enrolmentId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly recipients: Recipients,
    private readonly postman: Postman,
  ) {}

  async run(
    { submissionId, enrolmentId }: { submissionId: string; enrolmentId: string },
    { id }: JobRun,
  ): Promise<void> {
    const { workId, version, fileId, handedInBy } = await this.database.read.findOneByOrFail(Submission, {
      id: submissionId,
    });
    const { name: file } = await this.database.read.findOneByOrFail(StoredFile, { id: fileId });
    const work = await this.database.read.findOneByOrFail(Work, { id: workId });
    const { to, about } = await this.recipients.of(enrolmentId, work);
    const by = (await this.people.byIds([handedInBy])).get(handedInBy)?.name ?? '';
    await this.postman.send(workReceivedMail, { key: id, to, data: { ...about, version, file, by } });
  }
}
