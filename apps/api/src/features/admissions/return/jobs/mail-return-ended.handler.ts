import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordMoment } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { returnEndedMail } from '../mail/return-ended.mail';
import { ReturnRecipient } from '../return-recipient';
import { mailReturnEnded } from './mail-return-ended.job';

@HandlesJob(mailReturnEnded)
export class MailReturnEnded implements JobHandler<{ returnId: string }> {
  constructor(
    private readonly post: ReturnRecipient,
    private readonly postman: Postman,
  ) {}

  async run({ returnId }: { returnId: string }, { id }: JobRun): Promise<void> {
    const { asked, person, edition } = await this.post.of(returnId);
    const endedAt = asked.answeredAt ?? asked.lapsedAt;
    if (!endedAt) throw new Error(`return ${returnId} has not ended`);
    const { title } = edition.definition;
    const data = {
      how: asked.answeredAt ? ('answered' as const) : ('lapsed' as const),
      name: person.name,
      programme: title[person.language] ?? title.en,
      edition: edition.name,
      editionId: edition.id,
      date: wordMoment(endedAt, person),
    };
    await this.postman.send(returnEndedMail, { key: id, to: person, data });
  }
}
