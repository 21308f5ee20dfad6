import { accept, deliberate, draft, openNewEdition, rule, submit } from './admission';
import type { Cast, Player } from './cast';
import type { Story } from './story';



/** An edition that is over: five people took part, two met every requirement, one has the credential. */
export async function tellPilot(story: Story, cast: Cast, programmeId: string): Promise<void> {
  const participants = (cast.crowd[2] ?? []).filter((_, index) => index % 5 === 0);
  await story.goTo(story.instant(-190));
  const quota = { institutions: 1, peoplePerInstitution: 1 };
  const editionId = await openNewEdition(story, cast, { programmeId, name: 'Pilot', starts: -150, ends: -120, applicationsClose: -170, quota });
  await admit(story, cast, editionId, participants);
}

async function admit(story: Story, cast: Cast, editionId: string, participants: Player[]): Promise<void> {
  await story.goTo(story.instant(-180));
  const applications: string[] = [];
  for (const participant of participants) {
    applications.push(await draft(story, editionId, participant));
    await submit(story, editionId, participant);
  }
  await story.goTo(story.instant(-168));
  for (const applicationId of applications) {
    for (const member of [cast.people.chair, cast.people.member, cast.secondMember])
      await deliberate(story, editionId, applicationId, member, { choice: 'admit' });
    await rule(story, editionId, applicationId, cast.people.chair);
  }
  await story.goTo(story.instant(-166));
  for (const participant of participants) await accept(story, editionId, participant);
}
