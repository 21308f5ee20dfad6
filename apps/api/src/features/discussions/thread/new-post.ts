import { plain } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import type { Post } from './post.entity';

/** A post as it is written. */
export const newPost = (values: Pick<Post, 'threadId' | 'authorId' | 'text' | 'at'>): Post => ({
  id: newId(),
  ...values,
  foundBy: plain(values.text),
  editedAt: null,
  removedAt: null,
  ...{ hiddenAt: null, hiddenById: null, hiddenBecause: null },
});
