import { openPlaces } from '@libretto/contracts';
import type { Cast } from './cast';
import type { Story } from './story';

/** The coordinator opens one unused place of a country to all. */
export async function openOne(story: Story, cast: Cast, editionId: string, country: string): Promise<void> {
  const reason = 'The national association has told us that only four institutions will take part.';
  await story.let(cast.people.coordinator.accountId, openPlaces, {
    params: { editionId },
    body: { country, institutions: 1, reason },
  });
}
