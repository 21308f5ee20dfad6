import { plain } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import type { Thread } from './thread.entity';

/** A thread as it is started, without posts yet. */
export const newThread = (
  values: Pick<Thread, 'editionId' | 'place' | 'authorId' | 'startedAt'> & Partial<Thread>,
): Thread => ({
  id: newId(),
  ...{ moduleNumber: null, groupId: null, participantId: null, tutorId: null, directKey: null },
  ...{ kind: 'discussion', title: '', lastAt: values.startedAt, posts: 0, answerId: null, isClosed: false },
  foundBy: plain(values.title ?? '').slice(0, 200),
  ...values,
});
