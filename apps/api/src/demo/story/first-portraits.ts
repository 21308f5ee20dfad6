import {
  appealResult,
  closeEdition,
  confirmLearner,
  lookAgain,
  readAwards,
  recordProfessorship,
  releaseResults,
  supersedeCredential,
} from '@libretto/contracts';
import { fillIn, openNewEdition } from './admission';
import { admitAll } from './admitted';
import type { Cast, Player } from './cast';
import { close, group, handIn, type Meeting, plan, roomFor, study, takeRoll, workOnProject } from './course';
import type { Story } from './story';
import { answerAll, ofPictures } from './surveying';
import { mark, type WorkAt, workToMark } from './two-markers';

const meetings: Meeting[] = [
  { module: 1, title: 'Whose story it is', day: -85, from: '10:00', hours: 6 },
  { module: 2, title: 'Coming back', day: -75, from: '09:00', hours: 8 },
  { module: 3, title: 'Hanging', day: -48, from: '10:00', hours: 6, inRoom: true },
  { module: 3, title: 'Before the pictures', day: -47, from: '10:00', hours: 6, inRoom: true },
];

/** What those recorded who completed: self-study of each module on each of two days, and work on the portrait. */
const selfStudy: [module: number, minutes: number, days: number[]][] = [
  [1, 300, [-84, -83]],
  [2, 150, [-74, -73]],
];
const daysOnPortrait = [-65, -64, -57, -56, -50];

/** Each group with the title of its work, what it says, and the grade of its professor. */
const portraits = [
  ['Stara Trešnjevka', 'The last tailor', 'He mends what nobody buys twice. We sat with him on nine Saturdays.', '23'],
  ['Ribeira', 'Night shift at the fish hall', 'Everybody sleeps when the hall is full. We came at three.', '28'],
  ['Malasaña', 'Four floors, one stairwell', 'Nobody uses the lift on Sundays, and so we met them all.', '30 e lode'],
] as const;

/**
 * An edition that is over and graded. One work came two days late and lost points. One result was appealed: somebody
 * else looked at the work and gave a better grade, so the registrar corrected the credential that named the old one.
 */
export async function tellFirstPortraits(story: Story, cast: Cast, programmeId: string): Promise<void> {
  await story.goTo(story.instant(-99));
  const editionId = await openNewEdition(story, cast, {
    programmeId,
    name: 'First portraits',
    starts: -90,
    ends: -45,
    applicationsClose: -94,
    quota: { institutions: 2, peoplePerInstitution: 1 },
    markers: cast.markers,
  });
  const params = { editionId };
  const { coordinator, holder, tutor } = cast.people;
  const [professor, second, third] = cast.markers;
  for (const { accountId } of [professor, third])
    await story.let(coordinator.accountId, recordProfessorship, {
      params: { editionId, accountId },
      body: { university: 'Assessing university of the MARTe pilot' },
    });
  const groups = [[holder, ...crowd(cast, 3, 8, 9)], crowd(cast, 13, 14, 18), crowd(cast, 19, 23, 24)];
  await admitAll(story, cast, editionId, groups.flat(), {
    ...{ applied: -97, ruled: -93, accepted: -91 },
    apply: (participant) => fillIn(story, editionId, participant, { answers: {} }),
  });
  const completing = [holder, groups[1]?.[0] as Player];
  await meetAndWork(story, cast, editionId, completing);

  const works: WorkAt[] = [];
  for (const [at, [name, title, own]] of portraits.entries()) {
    const members = groups[at] ?? [];
    await group(story, cast, editionId, name, members);
    await story.goTo(name === 'Ribeira' ? story.instant(-43, 10) : story.instant(-46));
    await handIn(story, members[0] as Player, editionId, title, [own]);
    works.push(await workToMark(story, cast, editionId, name, [professor, at ? tutor : second]));
  }
  await story.goTo(story.instant(-42));
  await answerAll(story, editionId, groups.flat().slice(1), ofPictures);
  await story.goTo(story.instant(-38));
  for (const [at, work] of works.entries()) {
    const [name, , , grade = ''] = portraits[at] ?? [];
    await mark(story, professor, work, { outcome: 'passed', grade }, `${name} is seen from within.`);
    await mark(story, at ? tutor : second, work, { outcome: 'passed' }, 'The people in it would know themselves.');
  }
  for (const { accountId, givenName, familyName, birthDate } of completing)
    await story.let(accountId, confirmLearner, { params, body: { givenName, familyName, birthDate } });
  await story.goTo(story.instant(-36));
  await story.let(coordinator.accountId, releaseResults, { params, body: { nextLastDay: null } });

  await appeal(story, holder, third, works[0] as WorkAt);
  await correctGrade(story, cast, editionId, holder);
  await story.goTo(story.instant(-25));
  await story.let(coordinator.accountId, closeEdition, { params });
}

const crowd = (cast: Cast, ...indices: number[]): Player[] => indices.flatMap((index) => cast.crowd[2]?.[index] ?? []);

/** Everybody comes to every session; those who complete record their hours too. */
async function meetAndWork(story: Story, cast: Cast, editionId: string, completing: readonly Player[]): Promise<void> {
  const roomId = await roomFor(story, cast, editionId);
  const sessions: [string, number][] = [];
  for (const meeting of meetings) sessions.push([await plan(story, cast, editionId, roomId, meeting), meeting.day]);
  for (const [sessionId, day] of sessions) {
    await story.goTo(story.instant(day, 19));
    await takeRoll(story, cast.people.tutor, editionId, sessionId);
    await close(story, cast.people.tutor, editionId, sessionId);
  }
  for (const participant of completing) {
    for (const [module, minutes, days] of selfStudy)
      for (const day of days) await study(story, participant, editionId, module, day, minutes);
    for (const day of daysOnPortrait) await workOnProject(story, participant, editionId, day, 480);
  }
}

/** A member appeals the result of their group, and a professor who has not judged it gives another grade. */
async function appeal(story: Story, member: Player, professor: Player, params: WorkAt): Promise<void> {
  await story.goTo(story.instant(-34));
  await story.let(member.accountId, appealResult, {
    params,
    body: {
      reason:
        'The marking says that the series ends where it began. Its last six pictures were taken in the new shop: our captions name it.',
    },
  });
  await story.goTo(story.instant(-30));
  await story.let(professor.accountId, lookAgain, {
    params,
    body: {
      kind: 'appeal',
      outcome: 'passed',
      grade: '27',
      reason:
        'The captions carry the second half of the story, and they were not counted. The plan was changed knowingly.',
    },
  });
}

/** The registrar takes the new grade into the credential, which keeps its address. */
async function correctGrade(
  story: Story,
  { people: { registrar } }: Cast,
  editionId: string,
  learner: Player,
): Promise<void> {
  await story.goTo(story.instant(-28));
  const by = registrar.accountId;
  const { items } = await story.let(by, readAwards, { query: { edition: editionId } });
  const credentialId = items.find((one) => one.learner === learner.name)?.credential?.id ?? '';
  const { givenName, familyName, birthDate } = learner;
  await story.let(by, supersedeCredential, {
    params: { credentialId },
    body: { givenName, familyName, birthDate, reason: 'The grade was changed after an appeal of the result.' },
  });
}
