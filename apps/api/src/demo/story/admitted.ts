import { accept, declareNoConflict, findAndVote, rule, submit } from './admission';
import type { Cast, Player } from './cast';
import type { Story } from './story';

/** When people of an edition apply, are ruled on and accept, in days from today; and how they fill in the form. */
interface Admitting {
  applied: number;
  ruled: number;
  accepted: number;
  apply: (participant: Player) => Promise<string>;
}

/** Everybody applies, is admitted by chair and member, and accepts. */
export async function admitAll(
  story: Story,
  { people: { chair, member } }: Cast,
  editionId: string,
  participants: readonly Player[],
  { applied, ruled, accepted, apply }: Admitting,
): Promise<void> {
  await story.goTo(story.instant(applied));
  const applications: string[] = [];
  for (const participant of participants) {
    applications.push(await apply(participant));
    await submit(story, editionId, participant);
  }
  await story.goTo(story.instant(ruled));
  for (const one of [chair, member]) {
    await declareNoConflict(story, editionId, applications, one);
    for (const applicationId of applications)
      await findAndVote(story, editionId, applicationId, one, { choice: 'admit' });
  }
  for (const applicationId of applications) await rule(story, editionId, applicationId, chair);
  await story.goTo(story.instant(accepted));
  for (const participant of participants) await accept(story, editionId, participant);
}
