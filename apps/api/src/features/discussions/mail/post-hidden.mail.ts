import { mail } from '../../../platform/mail/mail';
import { sampleOfPost } from './post-written.mail';

/** Sent to the author of a post that a moderator has hidden. */
export const postHiddenMail = mail({
  name: 'discussions.post-hidden',
  topic: 'messages',
  sample: { ...sampleOfPost, reason: 'It names an applicant.' },
  compose: (say, { editionId, threadId, postId, givenName, programme, reason }) => ({
    subject: say('discussions.mail.hidden-subject', { programme }),
    paragraphs: [
      say('discussions.mail.greeting', { givenName }),
      say('discussions.mail.hidden'),
      say('discussions.mail.reason', { reason }),
      say('discussions.mail.no-replies'),
    ],
    action: { label: say('discussions.mail.open'), path: `/editions/${editionId}/discussions/${threadId}#${postId}` },
  }),
});
