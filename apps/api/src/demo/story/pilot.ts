import { closeEdition, confirmLearner, makeShareLink, releaseResults } from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { draft, openNewEdition } from './admission';
import { admitAll } from './admitted';
import type { Cast, Player } from './cast';
import {
  close,
  giveToPeers,
  group,
  roomFor,
  markOldest,
  type Meeting,
  plan,
  study,
  takeRoll,
  workOnProject,
} from './course';
import { notBlind, oneDesk } from './manuscripts';
import { handInText, publish } from './publishing';
import type { Story } from './story';
import { answerAll, ofRecognition } from './surveying';

const meetings: Meeting[] = [
  { module: 1, title: 'From Lisbon to the Recommendation', day: -148, from: '09:00', hours: 4 },
  { module: 1, title: 'Models of automatic recognition', day: -147, from: '09:00', hours: 4 },
  { module: 2, title: 'Five countries present themselves', day: -141, from: '09:00', hours: 5 },
  { module: 2, title: 'What the law leaves open', day: -140, from: '09:00', hours: 5 },
  { module: 3, title: 'Sources and databases', day: -135, from: '09:00', hours: 4 },
  { module: 3, title: 'Cases from our own desks', day: -134, from: '09:00', hours: 4 },
  { module: 4, title: 'Good practice, seen by institutions', day: -128, from: '10:00', hours: 6, inRoom: true },
  { module: 4, title: 'What stands in the way', day: -127, from: '10:00', hours: 6, inRoom: true },
  { module: 5, title: 'Workshop', day: -126, from: '09:00', hours: 8, inRoom: true },
];

/** Self-study of each module, in minutes, half of them on each of two days. */
const selfStudy: [module: number, minutes: number, days: number[]][] = [
  [1, 700, [-146, -145]],
  [2, 640, [-139, -138]],
  [3, 700, [-137, -136]],
  [4, 540, [-133, -129]],
  [5, 180, [-125, -124]],
];

/** An edition that is over: five people took part, two met every requirement, one has the credential. */
export async function tellPilot(story: Story, cast: Cast, programmeId: string): Promise<void> {
  const { coordinator, tutor } = cast.people;
  const participants = [
    cast.people.holder,
    ...(cast.crowd[2] ?? []).filter((_, index) => index > 0 && index % 5 === 0),
  ];
  await story.goTo(story.instant(-190));
  const quota = { institutions: 1, peoplePerInstitution: 1 };
  const editionId = await openNewEdition(story, cast, {
    programmeId,
    name: 'Pilot',
    starts: -150,
    ends: -120,
    applicationsClose: -170,
    quota,
  });
  await admitAll(story, cast, editionId, participants, {
    ...{ applied: -180, ruled: -168, accepted: -166 },
    apply: (participant) => draft(story, editionId, participant),
  });
  const sessions = await planAll(story, cast, editionId);

  await hold(story, tutor, editionId, sessions, participants);

  await story.goTo(story.instant(-124));
  await group(story, cast, editionId, 'Adriatic group', participants.slice(0, 3));
  await group(story, cast, editionId, 'Atlantic group', participants.slice(3));
  const [first, second] = participants as [Player, Player, ...Player[]];
  for (const participant of [first, second]) {
    for (const [module, minutes, days] of selfStudy)
      for (const day of days) await study(story, participant, editionId, module, day, minutes / 2);
    for (const day of [-132, -131, -130]) await workOnProject(story, participant, editionId, day, 300);
  }
  await handInText(story, first, editionId, oneDesk);
  await handInText(story, participants[3] as Player, editionId, notBlind);

  // The second one does not: the registrar sees that the award stopped, and the reason.
  const { givenName, familyName, birthDate } = first;
  await story.let(first.accountId, confirmLearner, {
    params: { editionId },
    body: { givenName, familyName, birthDate },
  });

  await story.goTo(story.instant(-119));
  await answerAll(story, editionId, participants, ofRecognition);

  await story.goTo(story.instant(-115));
  for (const participant of [first, second, participants[3] as Player])
    await giveToPeers(story, participant, editionId);
  await markOldest(story, tutor, editionId, 'passed');
  await markOldest(story, tutor, editionId, 'passed');
  await story.let(coordinator.accountId, releaseResults, { params: { editionId }, body: { nextLastDay: null } });

  await story.goTo(story.instant(-110));
  await story.let(coordinator.accountId, closeEdition, { params: { editionId } });
  await publish(story, cast, editionId, participants);
  for (const asked of [
    { shows: 'all', days: 7, name: 'Ministry of Education' },
    { shows: 'facts', days: 365, name: 'University of Trieste, Human Resources' },
  ] as const)
    await story.let(first.accountId, makeShareLink, { params: { editionId }, body: { linkId: newId(), ...asked } });
}

async function planAll(story: Story, cast: Cast, editionId: string): Promise<[string, Meeting][]> {
  const roomId = await roomFor(story, cast, editionId);
  const sessions: [string, Meeting][] = [];
  for (const meeting of meetings) sessions.push([await plan(story, cast, editionId, roomId, meeting), meeting]);
  return sessions;
}

async function hold(
  story: Story,
  tutor: Player,
  editionId: string,
  sessions: [string, Meeting][],
  participants: Player[],
): Promise<void> {
  const [, , third, fourth, fifth] = participants as [Player, Player, Player, Player, Player];
  for (const [sessionId, meeting] of sessions) {
    await story.goTo(story.instant(meeting.day, 19));
    await takeRoll(
      story,
      tutor,
      editionId,
      sessionId,
      meeting.module > 3
        ? [
            [third, 'absent'],
            [fifth, 'excused'],
          ]
        : [[fourth, 'late']],
    );
    await close(story, tutor, editionId, sessionId);
  }
}
