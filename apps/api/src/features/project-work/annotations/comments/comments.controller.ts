import { keepComment, readComments, removeComment } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../../platform/http/handles';
import { mayMark } from '../../project-work.policy';
import { ReusableComments } from './reusable-comments';

@Controller()
export class CommentsController {
  constructor(private readonly comments: ReusableComments) {}

  @Handles(readComments, mayMark)
  read({ actor, params }: RequestOf<typeof readComments>) {
    return this.comments.of(actor, params.editionId);
  }

  @Handles(keepComment, mayMark)
  keep({ actor, params, body }: RequestOf<typeof keepComment>) {
    return this.comments.keep(actor, params.editionId, body);
  }

  @Handles(removeComment, mayMark)
  remove({ actor, params }: RequestOf<typeof removeComment>) {
    return this.comments.remove(actor, params.reusableId);
  }
}
