import { writeAnnouncement } from '@libretto/contracts';
import type { Cast } from './cast';
import type { Story } from './story';

/** What the tutor has told everybody, and what waits for its day. */
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
