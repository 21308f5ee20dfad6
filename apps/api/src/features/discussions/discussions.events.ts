/** A post was written in a thread, of which these people are to be told. */
export class PostWritten {
  constructor(
    readonly threadId: string,
    readonly postId: string,
    readonly accountIds: readonly string[],
  ) {}
}

/** A moderator hid a post, of which its author is to be told. */
export class PostHidden {
  constructor(
    readonly postId: string,
    readonly authorId: string,
  ) {}
}
