import { idOf } from '../../../../platform/database/new-id';
import { Transaction } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordDeadline } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { Recipients } from '../../work/recipients';
import { feedbackAskedMail } from '../mail/feedback-asked.mail';
import { feedbackCameMail } from '../mail/feedback-came.mail';
import { OwnFeedback } from '../own-feedback';
import { tellFeedbackAsked, tellFeedbackCame } from './tell-of-feedback.job';

interface Told {
  enrolmentId: string;
  briefId: string;
}

@HandlesJob(tellFeedbackAsked)
export class TellFeedbackAsked implements JobHandler<Told> {
  constructor(
    private readonly own: OwnFeedback,
    private readonly recipients: Recipients,
    private readonly postman: Postman,
  ) {}

  async run({ enrolmentId, briefId }: Told, { id }: JobRun): Promise<void> {
    const { to, about } = await this.recipients.of(enrolmentId, { briefId });
    const { edition, asked, given, until } = await this.own.standingOf(enrolmentId, briefId);
    const data = { ...about, left: asked - given, until: wordDeadline(until, to, edition) };
    // Whoever has given all of it meanwhile is not told.
    if (data.left > 0) await this.postman.send(feedbackAskedMail, { key: id, to, data });
  }
}

@HandlesJob(tellFeedbackCame)
export class TellFeedbackCame implements JobHandler<Told> {
  constructor(
    private readonly own: OwnFeedback,
    private readonly recipients: Recipients,
    private readonly transaction: Transaction,
    private readonly postman: Postman,
  ) {}

  /**
   * Once for a brief: how many came, and when each did, could tell from whom they are. Without names it waits until they
   * can be read, since the first one would tell who was first.
   */
  async run(told: Told): Promise<void> {
    const { enrolmentId, briefId } = told;
    const next = await this.own.shownNext(enrolmentId, briefId);
    if (next) {
      const id = idOf(`feedback came ${enrolmentId} ${briefId} ${next.toISOString()}`);
      const dueAt = new Date(next.getTime() + 1000);
      await this.transaction.run((tx) => tx.plan([{ id, job: tellFeedbackCame, payload: { ...told }, dueAt }]));
      return;
    }
    const { to, about } = await this.recipients.of(enrolmentId, { briefId });
    await this.postman.send(feedbackCameMail, { key: `feedback-${enrolmentId}-${briefId}`, to, data: about });
  }
}
