import { askThirdMarker, moveMember, readGroups, recordProfessorship } from '@libretto/contracts';
import { fillIn, openNewEdition } from './admission';
import { admitAll } from './admitted';
import type { Cast, Player } from './cast';
import { group, handIn, plan, roomFor } from './course';
import type { Story } from './story';
import { mark, workToMark } from './two-markers';

/** What both groups wrote, or one of them copied: tutors find it as a place to look at. */
const howWeWorked = [
  'We asked everybody before we took a picture, and again before we hung it.',
  'Whoever said no the second time is not on the wall, even where the series',
  'is weaker without them. What they told us we wrote down the same evening,',
  'in their words, and read it back to them before we used a single line of it.',
];

/**
 * An edition whose works two markers read without seeing each other's marks; one of them is a professor and grades. One
 * work waits for its second marker. On the other both differ, and a third has to decide.
 */
export async function tellPortraits(story: Story, cast: Cast, programmeId: string): Promise<void> {
  await story.goTo(story.instant(-69));
  const editionId = await openNewEdition(story, cast, {
    programmeId,
    name: 'Portraits',
    starts: -45,
    ends: 40,
    applicationsClose: -55,
    quota: { institutions: 2, peoplePerInstitution: 1 },
    markers: cast.markers,
  });
  const { coordinator, tutor } = cast.people;
  const [professor, second] = cast.markers;
  await story.let(coordinator.accountId, recordProfessorship, {
    params: { editionId, accountId: professor.accountId },
    body: { university: 'Assessing university of the MARTe pilot' },
  });
  const participants = [1, 2, 6, 7, 11, 12, 16, 17].flatMap((index) => cast.crowd[2]?.[index] ?? []);
  await admitAll(story, cast, editionId, participants, {
    ...{ applied: -60, ruled: -53, accepted: -50 },
    apply: (participant) => fillIn(story, editionId, participant, { answers: {} }),
  });

  await story.goTo(story.instant(-40));
  const roomId = await roomFor(story, cast, editionId);
  await plan(story, cast, editionId, roomId, { module: 2, title: 'Coming back', day: 12, from: '17:00', hours: 2 });
  // The last of them is still in no group, and the one before has left theirs.
  const [atMarket, atHarbour, leaving] = [participants.slice(0, 3), participants.slice(3, 6), participants.slice(6, 7)];
  await group(story, cast, editionId, 'Porta Palazzo', atMarket);
  await group(story, cast, editionId, 'Porto Vecchio', [...atHarbour, ...leaving]);
  for (const player of leaving) await leaveGroup(story, cast, editionId, player);

  await story.goTo(story.instant(-12));
  for (const [members, title, own] of [
    [atMarket, 'Six in the morning', 'The stalls are up before the light is. We came back eleven times.'],
    [atHarbour, 'The last crane', 'Of forty cranes one is left, and of those who drove them three.'],
  ] as const)
    await handIn(story, members[0] as Player, editionId, title, [own, ...howWeWorked]);
  const market = await workToMark(story, cast, editionId, 'Porta Palazzo', [professor, second]);
  const harbour = await workToMark(story, cast, editionId, 'Porto Vecchio', [professor, tutor]);
  await story.goTo(story.instant(-8));
  await mark(story, professor, market, { outcome: 'passed', grade: '27' }, 'The market is seen from within.');
  await mark(story, second, market, { outcome: 'not-passed' }, 'Twelve pictures of stalls, and hardly a face.');
  await mark(story, professor, harbour, { outcome: 'passed', grade: '26' }, 'Whoever worked there is in it.');
  await story.goTo(story.instant(-6));
  await story.let(second.accountId, askThirdMarker, { params: market });
}

/** The coordinator takes somebody out of their group. */
async function leaveGroup(story: Story, { people }: Cast, editionId: string, { name }: Player): Promise<void> {
  const by = people.coordinator.accountId;
  const { groups } = await story.let(by, readGroups, { params: { editionId } });
  const enrolmentId = groups.flatMap(({ members }) => members).find((member) => member.name === name)?.enrolmentId;
  if (!enrolmentId) throw new Error(`${name} is in no group.`);
  await story.let(by, moveMember, { params: { editionId, enrolmentId }, body: { groupId: null } });
}
