import { mail } from '../../../platform/mail/mail';

export const sampleOfPost = {
  givenName: 'Ana',
  by: 'Luca Bianchi',
  programme: 'Professional course on Automatic Recognition',
  title: 'Which databases do you trust?',
  isDirect: false,
  text: 'We look first at the site of the ministry, and then at the ENIC page of the country.',
  editionId: 'sample',
  threadId: 'sample',
  postId: 'sample',
};

/**
 * Sent to followers of a thread and people mentioned in it when somebody writes there: once, until they have read it.
 * Messages between two people have no title, and other threads none that was hidden or whose author is gone.
 */
export const postWrittenMail = mail({
  name: 'discussions.post-written',
  topic: 'messages',
  sample: sampleOfPost,
  compose: (say, { editionId, threadId, postId, text, isDirect, givenName, by, programme, title }) => ({
    subject: isDirect
      ? say('discussions.mail.message-subject', { by, programme })
      : say('discussions.mail.subject', { title: title || say('discussions.no-title'), programme }),
    paragraphs: [
      say('discussions.mail.greeting', { givenName }),
      isDirect
        ? say('discussions.mail.message', { by })
        : say('discussions.mail.wrote', { by, title: title || say('discussions.no-title') }),
      text,
      say('discussions.mail.once'),
      say('discussions.mail.no-replies'),
    ],
    action: { label: say('discussions.mail.open'), path: `/editions/${editionId}/discussions/${threadId}#${postId}` },
  }),
});
