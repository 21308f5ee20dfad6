import { declineOffer, readMyPlace, withdrawApplication } from '@libretto/contracts';
import { accept, declareNoConflict, draft, findAndVote, openNewEdition, rule, submit } from './admission';
import type { Cast, Player } from './cast';
import {
  close,
  group,
  handIn,
  roomFor,
  markOldest,
  type Meeting,
  plan,
  study,
  takeRoll,
  workOnProject,
} from './course';
import { addMaterials, readOn } from './materials';
import { addSelfTest, takeSelfTest } from './self-test';
import type { Story } from './story';
import { announce, discuss } from './talk';
import { keepComments, workTogether } from './workspace';

/** An edition in the middle of its run: 25 institutions, three modules behind them, the workshop ahead. */
export async function tellCurrent(story: Story, cast: Cast, programmeId: string): Promise<void> {
  await story.goTo(story.instant(-70));
  const quota = { institutions: 5, peoplePerInstitution: 1 };
  const editionId = await openNewEdition(story, cast, {
    programmeId,
    name: 'Autumn 2026',
    starts: -14,
    ends: 16,
    applicationsClose: -40,
    quota,
  });
  const participants = await fillPlaces(story, cast, editionId);
  const materials = await addMaterials(story, cast.people.tutor, editionId);
  const selfTest = await addSelfTest(story, cast.people.tutor, editionId, materials[2]!);
  const yesterday = await runModules(story, cast, editionId, participants);
  await studyAtHome(story, editionId, participants);
  const ready = await readOn(story, editionId, participants, materials);
  // Pauline has it before her.
  const takers = ready.filter((one) => one !== cast.people.participant).slice(0, 12);
  await takeSelfTest(story, editionId, selfTest, takers);
  await beginProjectWork(story, cast, editionId, participants);
  // Yesterday's roll has marks, and is still open.
  await story.goTo(story.instant(-1, 15));
  await takeRoll(story, cast.people.tutor, editionId, yesterday);
}

/** One person of each institution applies, and a few more, so that some have to wait. Answers the participants. */
async function fillPlaces(story: Story, cast: Cast, editionId: string): Promise<Player[]> {
  const [firsts = [], seconds = []] = cast.crowd;
  const { participant, chair } = cast.people;
  // Pauline applies for the institution at which she works.
  const wanted = firsts.map((first, index) => (index === 5 ? participant : first));
  const waiting = [seconds[0], seconds[12]] as Player[];
  const rejected = [seconds[7], seconds[18]] as Player[];
  const withdrawn = seconds[21] as Player;
  const exception = wanted[23] as Player;

  await story.goTo(story.instant(-55));
  const applications = new Map<Player, string>();
  for (const applicant of [...wanted, ...waiting, ...rejected, withdrawn]) {
    const changes =
      applicant === exception
        ? { exceptionalConditions: 'I built up the recognition desk of a new institution within seven months.' }
        : {};
    applications.set(applicant, await draft(story, editionId, applicant, changes));
    await submit(story, editionId, applicant);
  }
  await story.goTo(story.instant(-45));
  await story.let(withdrawn.accountId, withdrawApplication, { params: { editionId } });
  applications.delete(withdrawn);

  await story.goTo(story.instant(-38));
  for (const member of [chair, cast.people.member]) {
    await declareNoConflict(story, editionId, [...applications.values()], member);
    for (const [applicant, applicationId] of applications)
      await findAndVote(story, editionId, applicationId, member, saying(applicant, rejected, exception));
  }
  for (const applicationId of applications.values()) await rule(story, editionId, applicationId, chair);
  await story.goTo(story.instant(-35));
  const [declining, ...accepting] = wanted as [Player, ...Player[]];
  for (const one of accepting) await accept(story, editionId, one);
  const { offer } = await story.let(declining.accountId, readMyPlace, { params: { editionId } });
  if (offer) await story.let(declining.accountId, declineOffer, { params: { editionId, offerId: offer.id } });
  // The place goes to the next of the same country.
  await story.goTo(story.instant(-33));
  const [next] = waiting as [Player, Player];
  await accept(story, editionId, next);
  return [next, ...accepting];
}

function saying(applicant: Player, rejected: Player[], exception: Player) {
  if (rejected.includes(applicant)) return { choice: 'reject' as const, missed: 'experience' };
  if (applicant === exception) return { choice: 'admit-by-exception' as const, missed: 'experience' };
  return { choice: 'admit' as const };
}

/** Two modules are over; of the third one session was yesterday, and one goes on right now. Answers yesterday's. */
async function runModules(story: Story, cast: Cast, editionId: string, participants: Player[]): Promise<string> {
  const { tutor } = cast.people;
  await story.goTo(story.instant(-20));
  const roomId = await roomFor(story, cast, editionId);
  const meet = (meeting: Meeting) => plan(story, cast, editionId, roomId, meeting);
  const over: [string, number][] = [];
  for (const meeting of [
    { module: 1, title: 'From Lisbon to the Recommendation', day: -13, from: '09:00', hours: 4 },
    { module: 1, title: 'Models of automatic recognition', day: -12, from: '09:00', hours: 4 },
    { module: 2, title: 'Five countries present themselves', day: -9, from: '09:00', hours: 5 },
    { module: 2, title: 'What the law leaves open', day: -8, from: '09:00', hours: 5 },
  ])
    over.push([await meet(meeting), meeting.day]);
  const yesterday = await meet({ module: 3, title: 'Sources and databases', day: -1, from: '09:00', hours: 4 });
  await meet({ module: 3, title: 'Cases from our own desks', day: 0, from: hourBeforeNow(), hours: 4 });
  await meet({
    module: 4,
    title: 'Good practice, seen by institutions',
    day: 5,
    from: '10:00',
    hours: 6,
    inRoom: true,
  });
  await meet({ module: 4, title: 'What stands in the way', day: 6, from: '10:00', hours: 6, inRoom: true });
  await meet({ module: 5, title: 'Workshop', day: 7, from: '09:00', hours: 8, inRoom: true });

  const [one, other, third, fourth] = [3, 7, 11, 20].map((index) => participants[index]) as [
    Player,
    Player,
    Player,
    Player,
  ];
  const absences: Parameters<typeof takeRoll>[4][] = [
    [
      [one, 'late'],
      [third, 'absent'],
    ],
    [[third, 'absent']],
    [
      [other, 'excused'],
      [fourth, 'late'],
    ],
    [
      [third, 'absent'],
      [fourth, 'absent'],
    ],
  ];
  for (const [index, [sessionId, day]] of over.entries()) {
    await story.goTo(story.instant(day, 19));
    await takeRoll(story, tutor, editionId, sessionId, absences[index]);
    await close(story, tutor, editionId, sessionId);
  }
  return yesterday;
}

/** Some keep up with their reading, some are behind, and two have not begun. */
async function studyAtHome(story: Story, editionId: string, participants: Player[]): Promise<void> {
  await story.goTo(story.instant(-6, 7));
  for (const [index, participant] of participants.entries()) {
    const pace = index % 12 === 11 ? 0 : 1 - (index % 5) * 0.15;
    if (!pace) continue;
    await study(story, participant, editionId, 1, -11, Math.round(700 * pace));
    await study(story, participant, editionId, 2, -7, Math.round(600 * pace));
  }
}

/** A group per country: one work is marked, one was not good enough, two wait, one is still being written. */
async function beginProjectWork(story: Story, cast: Cast, editionId: string, participants: Player[]): Promise<void> {
  const names: Record<string, string> = { HR: 'Croatia', FR: 'France', IT: 'Italy', ES: 'Spain', PT: 'Portugal' };
  const groups = Object.keys(names).map((country) =>
    participants.filter((participant) => participant.country === country),
  );
  await story.goTo(story.instant(-6));
  for (const [index, members] of groups.entries())
    await group(story, cast, editionId, Object.values(names)[index] ?? '', members);
  const [croatia = [], france = [], italy = [], spain = []] = groups;
  await story.goTo(story.instant(-4));
  for (const participant of [...croatia, ...france, ...spain])
    await workOnProject(story, participant, editionId, -5, 180);
  await handIn(story, croatia[0] as Player, editionId, 'The case that waits for a translation');
  await story.goTo(story.instant(-3, 15));
  await handIn(story, spain[1] as Player, editionId, 'Who signs');
  await story.goTo(story.instant(-2));
  await markOldest(story, cast.people.tutor, editionId, 'passed');
  await markOldest(story, cast.people.tutor, editionId, 'not-passed');
  await announce(story, cast, editionId);
  await handIn(story, france[0] as Player, editionId, 'A table of equivalences that nobody reads');
  await discuss(story, cast, editionId, [croatia[1], spain[2]] as Player[]);
  await story.goTo(story.instant(-1, 14));
  await workTogether(story, editionId, france.slice(0, 3) as [Player, Player, Player]);
  await keepComments(story, cast.people.tutor, editionId);
  await handIn(story, france[1] as Player, editionId, 'A table of equivalences that everybody reads');
  await handIn(story, italy[2] as Player, editionId, 'Two desks for one question');
}

/** An hour on Rome's clock that began before now, early enough for a session of four hours to end today. */
function hourBeforeNow(): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Rome' }).format(),
  );
  return `${String(Math.min(Math.max(hour - 1, 0), 19)).padStart(2, '0')}:00`;
}
