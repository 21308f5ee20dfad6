import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { requestAnsweredMail } from '../mail/request-answered.mail';
import { RequestFacts } from './request-facts';
import { tellOfAnswer } from './tell-of-answer.job';

@HandlesJob(tellOfAnswer)
export class TellOfAnswer implements JobHandler<{ requestId: string }> {
  constructor(
    private readonly facts: RequestFacts,
    private readonly postman: Postman,
  ) {}

  async run({ requestId }: { requestId: string }, { id }: JobRun): Promise<void> {
    const { to, request, about } = await this.facts.of(requestId);
    const data = { ...about, verdict: request.state, answer: request.answer ?? '' };
    await this.postman.send(requestAnsweredMail, { key: id, to, data });
  }
}
