import { answerSurvey, type InputOf } from '@libretto/contracts';
import { fillIn, openNewEdition } from './admission';
import { admitAll } from './admitted';
import type { Cast, Player } from './cast';
import type { Story } from './story';

type Answers = InputOf<typeof answerSurvey>['body']['answers'];

/** What somebody answers: to questions that stand in every survey, and to those of their programme. */
type Answering = (at: number) => Answers;

const paces = ['right', 'right', 'fast', 'right', 'slow'];
const kept = [
  'The cases from our own desks. I had never seen how others decide the same thing.',
  'Small groups, and a tutor who reads everything.',
  'The evenings on site.',
];
const changes = [
  'More time between the second and the third module.',
  'Say beforehand how long the reading takes. It took me twice as long.',
];

const ofEverySurvey: Answering = (at) => ({
  ...{ pace: paces[at % paces.length] ?? 'right' },
  ...(kept[at] ? { keep: kept[at] } : {}),
  ...(changes[at - 1] ? { change: changes[at - 1] ?? '' } : {}),
});

export const ofRecognition: Answering = (at) => ({
  ...ofEverySurvey(at),
  'use-at-work': [5, 4, 5, 3, 4][at % 5] ?? 4,
  modules: { policy: 3 + (at % 2), national: 4, tools: 5 - (at % 3), institutions: 4, workshop: 5 },
  next: at % 2 ? ['colleagues'] : ['procedure', 'network'],
  'hours-a-week': 6 + at,
});

export const ofPictures: Answering = (at) => ({
  ...ofEverySurvey(at),
  outcome: [4, 5, 5, 3, 4][at % 5] ?? 4,
  parts: { outings: 5, reviews: 5 - (at % 2), lessons: 3 + (at % 3) },
});

/** These people answer the survey of their edition. */
export async function answerAll(
  story: Story,
  editionId: string,
  people: readonly Player[],
  answering: Answering,
): Promise<void> {
  for (const [at, { accountId }] of people.entries())
    await story.let(accountId, answerSurvey, { params: { editionId }, body: { answers: answering(at) } });
}

/** An edition that ended some days ago: its survey is open, asked of everybody, and not answered by all of them yet. */
export async function tellShapes(story: Story, cast: Cast, programmeId: string): Promise<void> {
  await story.goTo(story.instant(-52));
  const editionId = await openNewEdition(story, cast, {
    programmeId,
    name: 'Shapes',
    starts: -38,
    ends: -3,
    applicationsClose: -45,
    quota: { institutions: 2, peoplePerInstitution: 1 },
  });
  const others = [4, 10, 15, 21, 22].flatMap((index) => cast.crowd[2]?.[index] ?? []);
  await admitAll(story, cast, editionId, [cast.people.holder, ...others], {
    ...{ applied: -50, ruled: -44, accepted: -41 },
    apply: (participant) => fillIn(story, editionId, participant, { answers: {} }),
  });
  await story.goTo(story.instant(-2));
  await answerAll(story, editionId, others.slice(0, 4), ofPictures);
}
