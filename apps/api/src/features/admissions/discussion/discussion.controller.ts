import { readDiscussion, takeCommentBack, writeComment } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadDesk, mayVote } from '../dossier/admissions.policy';
import { Discussion } from './discussion';
import { TakeCommentBack } from './take-comment-back';
import { WriteComment } from './write-comment';

@Controller()
export class DiscussionController {
  constructor(
    private readonly discussion: Discussion,
    private readonly writing: WriteComment,
    private readonly takingBack: TakeCommentBack,
  ) {}

  @Handles(readDiscussion, mayReadDesk)
  read({ actor, params }: RequestOf<typeof readDiscussion>) {
    return this.discussion.of(actor, params);
  }

  @Handles(writeComment, mayVote)
  write({ actor, params, body }: RequestOf<typeof writeComment>) {
    return this.writing.run(actor, params, body.words);
  }

  @Handles(takeCommentBack, mayVote)
  takeBack({ actor, params }: RequestOf<typeof takeCommentBack>) {
    return this.takingBack.run(actor, params);
  }
}
