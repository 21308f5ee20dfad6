import { addEvidence, assignDossiers, declareConflicts, pinConflict } from '@libretto/contracts';
import { declareNoConflict, deliberate, draft, find, look, openNewEdition, submit } from './admission';
import { appeal, decideAnew } from './appeals';
import type { Cast, Player } from './cast';
import * as meeting from './meetings';
import { paper } from './paper';
import { answerAndSubmit, giveBack } from './returning';
import { openOne } from './places';
import type { Story } from './story';

/** Somebody who has held no post, and says why an exception is justified. */
const exceptional = {
  posts: [],
  exceptionalConditions:
    'I read diplomas as a volunteer for three years, without a post, because my residence permit did not allow one. The centre that I helped confirms it in the attached statement.',
  answers: { decisions: ['displaced'], 'decisions-a-year': 60 },
};

/** An edition that takes applications: there is one in every state, and work for each member of the commission. */
export async function tellNext(story: Story, cast: Cast, programmeId: string): Promise<void> {
  const { applicant, chair, coordinator, member } = cast.people;
  const { deputy } = cast;
  await story.goTo(story.instant(-25));
  const quota = { institutions: 5, peoplePerInstitution: 1 };
  const editionId = await openNewEdition(story, cast, {
    programmeId,
    name: 'Spring 2027',
    starts: 75,
    ends: 105,
    applicationsClose: 20,
    quota,
  });

  // People of every country, more of some than of others.
  const people = [1, 6, 11, 16, 21, 2, 8, 13, 17, 3, 9, 4, 14, 22].flatMap((index) => cast.crowd[1]?.[index] ?? []);
  const applications = await apply(story, editionId, people);
  await story.goTo(story.instant(-7));
  await story.let(cast.people.coordinator.accountId, assignDossiers, {
    params: { editionId },
    body: { readBy: story.day(7) },
  });
  await story.goTo(story.instant(-6));
  const id = (index: number) => applications[index]?.[1] ?? '';
  // Ruled on in a meeting with minutes: one applicant admitted; two rejected, and both appeal.
  const rejected = { choice: 'reject' as const, missed: 'experience' };
  for (const [index, says] of [
    [0, { choice: 'admit' as const }],
    [1, rejected],
    [10, rejected],
  ] as const) {
    for (const voter of [chair, member]) await deliberate(story, editionId, id(index), voter, says);
  }
  const first = await meeting.open(story, editionId, {
    chair,
    others: [member],
    place: 'online',
    heldOn: story.day(-6),
  });
  await meeting.ruleOnSeveral(story, editionId, first, chair, [id(0), id(1), id(10)]);
  await story.goTo(story.instant(-6, 11));
  await meeting.close(story, editionId, first, chair);
  // The quorum is reached: the chair can rule.
  for (const index of [2, 3])
    for (const voter of [chair, member]) await deliberate(story, editionId, id(index), voter, { choice: 'admit' });
  // One vote is missing, or only one was cast.
  for (const index of [4, 5]) await deliberate(story, editionId, id(index), deputy, { choice: 'admit' });
  await deliberate(story, editionId, id(4), chair, { choice: 'admit' });
  // Marko has recorded findings, and only has to vote.
  await declareNoConflict(story, editionId, [id(4), id(5), id(6)], member);
  await find(story, editionId, id(4), member);
  await find(story, editionId, id(5), member);
  await story.let(deputy.accountId, declareConflicts, {
    params: { editionId },
    body: { applicationIds: [id(7)], conflict: { reason: 'We wrote a report together last year.' } },
  });
  // Conflicts that nobody declared and the platform cannot know: one is a member's, the other the chair's, so the
  // deputy rules.
  const pin = (applicationId: string, { accountId }: Player, reason: string) =>
    story.let(coordinator.accountId, pinConflict, {
      params: { editionId },
      body: { applicationId, accountId, reason },
    });
  await pin(id(9), member, 'They ran for the same post in spring; the dean’s office told us.');
  await pin(id(8), chair, 'The applicant is a cousin of the chair’s.');
  for (const voter of [deputy, member]) await deliberate(story, editionId, id(8), voter, { choice: 'admit' });

  await meeting.discuss(story, editionId, id(2), [
    [member, 'The diploma itself names no level. The supplement behind it does: second cycle.'],
    [chair, 'Thank you, I had not turned the page. So it is met.'],
  ]);

  // Two dossiers are returned with questions: one has been answered, the other is still with its applicant.
  const [answering] = applications[12] ?? [];
  for (const reader of [chair, member]) await declareNoConflict(story, editionId, [id(12), id(13)], reader);
  for (const reader of [chair, member]) await look(story, editionId, id(12), reader);
  await giveBack(story, editionId, id(12), cast);
  await story.goTo(story.instant(-4));
  if (answering) await answerAndSubmit(story, editionId, answering);
  await giveBack(story, editionId, id(13), cast);

  // One appeal is ruled on, and one is before the commission. One of three members did not rule first: so all decide.
  for (const index of [10, 1]) await appeal(story, editionId, (applications[index] as [Player, string])[0]);
  await story.goTo(story.instant(-3));
  await decideAnew(story, editionId, id(10), { chair: deputy, others: [chair] });

  await story.goTo(story.instant(-2));
  await meeting.open(story, editionId, {
    chair,
    others: [deputy],
    place: 'Sala Blu, second floor',
    heldOn: story.day(-2),
  });
  await openOne(story, cast, editionId, 'PT');
  await draft(story, editionId, applicant, { motivation: '', languages: [] });
}

/** People begin and submit a few at a time over the weeks, so that the reports show a course. */
async function apply(story: Story, editionId: string, people: readonly Player[]): Promise<[Player, string][]> {
  const applications: [Player, string][] = [];
  for (let from = 0; from < people.length; from += 3) {
    const some = people.slice(from, from + 3);
    await story.goTo(story.instant(-22 + from));
    for (const [index, person] of some.entries()) {
      applications.push([person, await draft(story, editionId, person, from + index === 6 ? exceptional : {})]);
      const file = { params: { editionId }, query: { kind: 'other' as const, field: 'employer-statement' } };
      if (from + index === 4)
        await story.upload(
          person.accountId,
          addEvidence,
          file,
          paper('statement.pdf', 'Statement of the employer', person.name),
        );
    }
    await story.goTo(story.instant(-20 + from, 15));
    for (const person of some) await submit(story, editionId, person);
  }
  return applications;
}
