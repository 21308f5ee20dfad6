import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Languages } from '../../../../platform/language/languages';
import { Postman } from '../../../../platform/mail/postman';
import { questionsAskedMail } from '../mail/questions-asked.mail';
import { returnLetterData } from '../return-letter';
import { ReturnRecipient } from '../return-recipient';
import { ReturnQuestion } from '../return-question.entity';
import { mailQuestions } from './mail-questions.job';

@HandlesJob(mailQuestions)
export class MailQuestions implements JobHandler<{ returnId: string }> {
  constructor(
    private readonly database: Database,
    private readonly post: ReturnRecipient,
    private readonly languages: Languages,
    private readonly postman: Postman,
  ) {}

  async run({ returnId }: { returnId: string }, { id }: JobRun): Promise<void> {
    const { asked, person, edition } = await this.post.of(returnId);
    const questions = await this.database.read.find(ReturnQuestion, { where: { returnId }, order: { id: 'ASC' } });
    const data = returnLetterData({ ...asked, questions }, edition, person, this.languages);
    await this.postman.send(questionsAskedMail, { key: id, to: person, data });
  }
}
