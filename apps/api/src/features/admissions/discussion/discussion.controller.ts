import { type InputOf, readDiscussion, takeCommentBack, writeComment } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readDiscussion>) {
    return this.discussion.of(actor, params);
  }

  @Handles(writeComment, mayVote)
  write(@By() actor: Actor, @Input() { params, body }: InputOf<typeof writeComment>) {
    return this.writing.run(actor, params, body.words);
  }

  @Handles(takeCommentBack, mayVote)
  takeBack(@By() actor: Actor, @Input() { params }: InputOf<typeof takeCommentBack>) {
    return this.takingBack.run(actor, params);
  }
}
