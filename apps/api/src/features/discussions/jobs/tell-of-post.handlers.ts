import { standingOfPost } from '@libretto/domain';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { keyOfPost } from '../mail/key-of-post';
import { postHiddenMail } from '../mail/post-hidden.mail';
import { postWrittenMail } from '../mail/post-written.mail';
import { tellOfHiding, tellOfPost } from './tell-of-post.job';
import { WordsOfPost } from './words-of-post';

interface Told {
  postId: string;
  accountId: string;
}

@HandlesJob(tellOfPost)
export class TellOfPost implements JobHandler<Told> {
  constructor(
    private readonly words: WordsOfPost,
    private readonly postman: Postman,
  ) {}

  async run({ postId, accountId }: Told): Promise<void> {
    const found = await this.words.of(postId, accountId);
    // It was removed or hidden meanwhile, or is nothing for them any more.
    if (!found?.isReader || standingOfPost(found.post) !== 'shown') return;
    const key = `${keyOfPost(postId)}${accountId}`;
    await this.postman.send(postWrittenMail, { key, to: found.to, data: found.data });
  }
}

@HandlesJob(tellOfHiding)
export class TellOfHiding implements JobHandler<Told> {
  constructor(
    private readonly words: WordsOfPost,
    private readonly postman: Postman,
  ) {}

  async run({ postId, accountId }: Told, { id }: JobRun): Promise<void> {
    const found = await this.words.of(postId, accountId);
    if (!found || standingOfPost(found.post) !== 'hidden') return;
    const data = { ...found.data, reason: found.post.hiddenBecause ?? '' };
    await this.postman.send(postHiddenMail, { key: id, to: found.to, data });
  }
}
