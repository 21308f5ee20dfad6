import { mail } from '../../../platform/mail/mail';
import { sampleOfPost } from './post-written.mail';

/** Sent to the author of a post that a moderator has hidden. */
export const postHiddenMail = mail({
  name: 'discussions.post-hidden',
  topic: 'messages',
  sample: { ...sampleOfPost, reason: 'It names an applicant.' },
  compose: (say, { editionId, threadId, postId, ...words }) => ({
    subject: say('discussions.mail.hidden-subject', words),
    paragraphs: [
      say('discussions.mail.greeting', words),
      say('discussions.mail.hidden', words),
      say('discussions.mail.reason', words),
      say('discussions.mail.no-replies'),
    ],
    action: { label: say('discussions.mail.open'), path: `/editions/${editionId}/discussions/${threadId}#${postId}` },
  }),
});
