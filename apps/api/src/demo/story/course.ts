import {
  addRoom,
  closeRoll,
  declareProjectMinutes,
  declareSelfStudy,
  makeGroup,
  markAttendance,
  markMany,
  giveFeedback,
  markWork,
  planSession,
  readGroups,
  readOwnFeedback,
  readMarkingList,
  readPlanning,
  readRoll,
  readWorkToMark,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import type { Cast, Player } from './cast';
import { paper } from './paper';
import type { Story } from './story';

/** One session of the demo: a module on a day, from an hour on, for so many hours of Rome's clock. */
export interface Meeting {
  module: number;
  title: string;
  day: number;
  /** `09:00` */
  from: string;
  hours: number;
  inRoom?: true;
}

/** The room in which the demo meets: made once, for every edition. */
export async function roomFor(story: Story, cast: Cast, editionId: string): Promise<string> {
  const { rooms } = await story.let(cast.people.coordinator.accountId, readPlanning, { params: { editionId } });
  if (rooms[0]) return rooms[0].id;
  const body = {
    venue: 'Palazzo degli Studi',
    address: 'Via delle Terme 14, Roma',
    name: 'Aula Magna',
    capacity: 60,
    accessibility:
      'Step-free from the courtyard; lift to the first floor; two places for wheelchairs in the front row.',
    coordinates: '41.9010, 12.4956',
    radius: 200,
  };
  const { id } = await story.let(cast.people.coordinator.accountId, addRoom, { params: { editionId }, body });
  return id;
}

export async function plan(
  story: Story,
  cast: Cast,
  editionId: string,
  roomId: string,
  { module, title, day, from, hours, inRoom }: Meeting,
): Promise<string> {
  const until = `${String(Number(from.slice(0, 2)) + hours).padStart(2, '0')}${from.slice(2)}`;
  const place = inRoom ? { roomId } : { joinUrl: `https://meet.demo.example/module-${module}` };
  const body = {
    moduleNumber: module,
    title,
    startsLocal: `${story.day(day)}T${from}`,
    endsLocal: `${story.day(day)}T${until}`,
    zone: 'Europe/Rome',
    ...place,
  };
  const { id } = await story.let(cast.people.coordinator.accountId, planSession, { params: { editionId }, body });
  return id;
}

type Mark = 'late' | 'excused' | 'absent';

/** The tutor takes the roll: everybody is present but for the `others`. */
export async function takeRoll(
  story: Story,
  tutor: Player,
  editionId: string,
  sessionId: string,
  others: readonly [Player, Mark][] = [],
): Promise<void> {
  const params = { editionId, sessionId };
  await story.let(tutor.accountId, markMany, { params, body: { mark: 'present' } });
  if (!others.length) return;
  const { people } = await story.let(tutor.accountId, readRoll, { params });
  for (const [{ name }, mark] of others) {
    const enrolmentId = people.find((one) => one.name === name)?.enrolmentId;
    if (!enrolmentId) throw new Error(`${name} is not on the list.`);
    const body = mark === 'late' ? { mark, minutesLate: 10 } : { mark };
    await story.let(tutor.accountId, markAttendance, { params: { ...params, enrolmentId }, body });
  }
}

export async function close(story: Story, tutor: Player, editionId: string, sessionId: string): Promise<void> {
  await story.let(tutor.accountId, closeRoll, { params: { editionId, sessionId } });
}

export async function study(
  story: Story,
  participant: Player,
  editionId: string,
  moduleNumber: number,
  day: number,
  minutes: number,
): Promise<void> {
  const body = { entryId: newId(), from: story.day(day), minutes };
  await story.let(participant.accountId, declareSelfStudy, {
    params: { editionId, moduleNumber: moduleNumber as never },
    body,
  });
}

export async function workOnProject(
  story: Story,
  participant: Player,
  editionId: string,
  day: number,
  minutes: number,
): Promise<void> {
  const body = { entryId: newId(), from: story.day(day), minutes };
  await story.let(participant.accountId, declareProjectMinutes, { params: { editionId }, body });
}

/** Gives the feedback on works of other groups that somebody is asked for. */
export async function giveToPeers(story: Story, { accountId }: Player, editionId: string): Promise<void> {
  const { toGive } = await story.let(accountId, readOwnFeedback, { params: { editionId } });
  for (const { feedbackId } of toGive)
    await story.let(accountId, giveFeedback, {
      params: { editionId, feedbackId },
      body: {
        rubric: [
          { row: 'clarity', level: 'met', comment: 'The case at the beginning makes clear what goes wrong.' },
          { row: 'usefulness', level: 'partly', comment: 'Say who decides when the two offices disagree.' },
        ],
      },
    });
}

/** The coordinator makes groups of the named people. */
export async function group(
  story: Story,
  cast: Cast,
  editionId: string,
  name: string,
  members: readonly Player[],
): Promise<void> {
  const params = { editionId };
  const { withoutGroup } = await story.let(cast.people.coordinator.accountId, readGroups, { params });
  const enrolmentIds = withoutGroup
    .filter((person) => members.some((member) => member.name === person.name))
    .map(({ enrolmentId }) => enrolmentId);
  await story.let(cast.people.coordinator.accountId, makeGroup, { params, body: { name, enrolmentIds } });
}

export async function handIn(
  story: Story,
  participant: Player,
  editionId: string,
  title: string,
  text: readonly string[] = [],
): Promise<void> {
  const file = paper(`${title}.pdf`, title, 'Project work of a group', participant.name, ...text);
  await story.handIn(participant.accountId, editionId, file);
}

/** The tutor marks the oldest work that waits. */
export async function markOldest(
  story: Story,
  tutor: Player,
  editionId: string,
  outcome: 'passed' | 'not-passed',
): Promise<void> {
  const { items } = await story.let(tutor.accountId, readMarkingList, { params: { editionId } });
  const [oldest] = items;
  if (!oldest) return;
  const params = { editionId, workId: oldest.workId };
  const work = await story.let(tutor.accountId, readWorkToMark, { params });
  const level = outcome === 'passed' ? ('met' as const) : ('not-met' as const);
  const comment =
    outcome === 'passed'
      ? 'The obstacle is shown with cases from three institutions, and the procedure can be tried as it stands.'
      : 'The procedure says what should change but not who does it, and the sources are missing. Please complete both.';
  const rubric = work.rubric.map(({ id: row }) => ({ row, level }));
  const asked = {
    mustChange: 'Say who does each step and by when, and name the sources of the three cases.',
    stays: 'The analysis of the obstacle stays as it is.',
  };
  const body = { version: oldest.version, outcome, rubric, comment, ...(outcome === 'not-passed' && asked) };
  await story.let(tutor.accountId, markWork, { params, body });
}
