/** How the keys of all mails begin that tell somebody of this post: they are taken back with its text. */
export const keyOfPost = (postId: string): string => `discussions.post ${postId} `;
