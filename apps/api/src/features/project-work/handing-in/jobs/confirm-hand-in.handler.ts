import { Database } from '../../../../platform/database/database';
import { rowsOf } from '../../../../platform/database/read-together';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { workReceivedMail } from '../mail/work-received.mail';
import { Recipients } from '../../work/recipients';
import { Submission, SubmittedFile, Work } from '../../work/work.entity';
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
    const { workId, version, handedInBy } = await this.database.read.findOneByOrFail(Submission, {
      id: submissionId,
    });
    const files = await this.database.rows(namesOfFiles(submissionId));
    const work = await this.database.read.findOneByOrFail(Work, { id: workId });
    const { to, about } = await this.recipients.of(enrolmentId, work);
    const by = (await this.people.byIds([handedInBy])).get(handedInBy)?.name ?? '';
    await this.postman.send(workReceivedMail, {
      key: id,
      to,
      data: { ...about, version, files: files.map(({ name }) => String(name)).join(', ') || 'none', by },
    });
  }
}

const namesOfFiles = (submissionId: string) =>
  rowsOf(
    SubmittedFile,
    'JOIN stored_file file ON file.id = it.fileId WHERE it.submissionId = :submissionId',
    { submissionId },
    { columns: ['position'], beside: { name: 'file.name' }, by: ['position'] },
  );
