import { declineOffer, readMyPlace, withdrawApplication } from '@libretto/contracts';
import { accept, deliberate, draft, openNewEdition, rule, submit } from './admission';
import type { Cast, Player } from './cast';
import type { Story } from './story';

/** An edition in the middle of its run: 25 institutions, three modules behind them, the workshop ahead. */
export async function tellCurrent(story: Story, cast: Cast, programmeId: string): Promise<void> {
  await story.goTo(story.instant(-70));
  const quota = { institutions: 5, peoplePerInstitution: 1 };
  const editionId = await openNewEdition(story, cast, { programmeId, name: 'Autumn 2026', starts: -14, ends: 16, applicationsClose: -40, quota });
  await fillPlaces(story, cast, editionId);
}

/** One person of each institution applies, and a few more of whom some have to wait. Answers who takes part. */
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
    const changes = applicant === exception ? { exceptionalConditions: 'I built up the recognition desk of a new institution within seven months.' } : {};
    applications.set(applicant, await draft(story, editionId, applicant, changes));
    await submit(story, editionId, applicant);
  }
  await story.goTo(story.instant(-45));
  await story.let(withdrawn.accountId, withdrawApplication, { params: { editionId } });
  applications.delete(withdrawn);

  await story.goTo(story.instant(-38));
  for (const [applicant, applicationId] of applications) {
    const says = saying(applicant, rejected, exception);
    for (const member of [chair, cast.people.member, cast.secondMember]) await deliberate(story, editionId, applicationId, member, says);
    await rule(story, editionId, applicationId, chair);
  }
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
