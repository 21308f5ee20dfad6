import { markAnswer, sendMessage, startThread, writeAnnouncement, writePost } from '@libretto/contracts';
import type { Cast, Player } from './cast';
import type { Story } from './story';

/** An announcement that the tutor has sent to everybody, and one that waits for its day. */
export async function announce(story: Story, { people: { tutor } }: Cast, editionId: string): Promise<void> {
  await story.goTo(story.instant(-2, 10));
  const params = { editionId };
  await story.let(tutor.accountId, writeAnnouncement, {
    params,
    body: {
      title: 'The workshop days in Naples: how to get there',
      text: [
        'We meet in the Aula Magna, second floor of Palazzo degli Studi. From the station take Metro line 1 to Università; it’s a walk of five minutes from there.',
        'If your train arrives after ten, write to me in the course and we’ll begin with the other groups.',
        'All stops and times: https://www.anm.it',
      ].join('\n\n'),
      to: { audience: 'all' },
      sendAt: null,
    },
  });
  await story.let(tutor.accountId, writeAnnouncement, {
    params,
    body: {
      title: 'What to bring to the workshop',
      text: 'Bring one case that your desk found hard to decide, without names, on one page.',
      to: { audience: 'all' },
      sendAt: { day: story.day(4), time: '09:00' },
    },
  });
}

/** Two discussions of modules, one of them a question with its answer, and a message to the tutor. */
export async function discuss(story: Story, { people }: Cast, editionId: string, others: Player[]): Promise<void> {
  const { participant, tutor } = people;
  const [first, second] = others as [Player, Player];
  const params = { editionId };
  const start = (by: Player, moduleNumber: number, kind: 'discussion' | 'question', title: string, text: string) =>
    story.let(by.accountId, startThread, {
      params,
      body: { in: { place: 'module', moduleNumber }, kind, title, text },
    });
  const say = (by: Player, threadId: string, text: string, mentions: string[] = []) =>
    story.let(by.accountId, writePost, { params: { ...params, threadId }, body: { text, mentions } });

  await story.goTo(story.instant(-2, 11));
  const question = await start(
    first,
    3,
    'question',
    'Which date counts: the award or the diploma?',
    'A diploma of 2019 was printed in 2021. Our form asks for “date of award”, and the register has only the year of the diploma. Which one do you enter?',
  );
  await story.goTo(story.instant(-2, 12));
  await say(second, question.id, 'We enter the date of the decision, if the supplement has it. Otherwise we ask.');
  const answer = await say(
    tutor,
    question.id,
    'The date on which the qualification was awarded: from then on it gives its rights. The date of printing says nothing about it. See section 2 of https://www.enic-naric.net.',
  );
  const marked = { params: { ...params, threadId: question.id }, body: { postId: answer.id } };
  await story.let(first.accountId, markAnswer, marked);

  await story.goTo(story.instant(-2, 15));
  const talk = await start(
    participant,
    3,
    'discussion',
    'Databases that you open every day',
    'I keep five tabs open all day: ENIC-NARIC, DEQAR, the national register, and two lists of our own. Which do you really use?',
  );
  await story.goTo(story.instant(-1, 8));
  await say(second, talk.id, 'DEQAR first. If the institution is in there, half of my work is done.');
  await say(tutor, talk.id, 'Look at how old the entry is, too: a register tells what was true on a day.');
  await say(first, talk.id, 'We share a list of institutions that changed their names. I can bring it to Naples.');

  const message =
    'I may have to leave the second workshop day at four. Is there something that I should prepare for my group?';
  const sent = await story.let(first.accountId, sendMessage, {
    params,
    body: { accountId: tutor.accountId, text: message },
  });
  await say(
    tutor,
    sent.id,
    'Thank you for telling me. Write your part of the case before lunch, then the others can go on with it.',
  );
}
