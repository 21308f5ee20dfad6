import { mail } from '../../../platform/mail/mail';

export const sampleOfPost = {
  givenName: 'Ana',
  by: 'Luca Bianchi',
  programme: 'Professional course on Automatic Recognition',
  title: 'Which databases do you trust?',
  text: 'We look first at the site of the ministry, and then at the ENIC page of the country.',
  editionId: 'sample',
  threadId: 'sample',
  postId: 'sample',
};

/**
 * Sent to followers of a thread and people mentioned in it when somebody writes there: once, until they have read it.
 * Messages between two people are threads without a title.
 */
export const postWrittenMail = mail({
  name: 'discussions.post-written',
  topic: 'messages',
  sample: sampleOfPost,
  compose: (say, { editionId, threadId, postId, text, ...words }) => ({
    subject: say(words.title ? 'discussions.mail.subject' : 'discussions.mail.message-subject', words),
    paragraphs: [
      say('discussions.mail.greeting', words),
      say(words.title ? 'discussions.mail.wrote' : 'discussions.mail.message', words),
      text,
      say('discussions.mail.once'),
      say('discussions.mail.no-replies'),
    ],
    action: { label: say('discussions.mail.open'), path: `/editions/${editionId}/discussions/${threadId}#${postId}` },
  }),
});
