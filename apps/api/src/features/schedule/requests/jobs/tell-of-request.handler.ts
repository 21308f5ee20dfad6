import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { requestMadeMail } from '../mail/request-made.mail';
import { RequestFacts } from './request-facts';
import { tellOfRequest } from './tell-of-request.job';

interface Told {
  requestId: string;
  accountId: string;
}

@HandlesJob(tellOfRequest)
export class TellOfRequest implements JobHandler<Told> {
  constructor(
    private readonly facts: RequestFacts,
    private readonly postman: Postman,
  ) {}

  async run({ requestId, accountId }: Told, { id }: JobRun): Promise<void> {
    const { to, request, about } = await this.facts.of(requestId, accountId);
    // Withdrawn or answered by another tutor in the meantime: there is nothing to do any more.
    if (request.state !== 'open') return;
    await this.postman.send(requestMadeMail, { key: id, to, data: about });
  }
}
