import { addEvidence, appealAgainstRuling } from '@libretto/contracts';
import { deliberate, findAndVote, rule } from './admission';
import type { Player } from './cast';
import { paper } from './paper';
import type { Story } from './story';

/** A rejected applicant appeals, with a file that the dossier did not hold. */
export async function appeal(story: Story, editionId: string, applicant: Player): Promise<void> {
  const params = { editionId };
  const file = paper('confirmation.pdf', 'Confirmation of the first employer', applicant.name);
  await story.upload(applicant.accountId, addEvidence, { params, query: { kind: 'experience' } }, file);
  const statement =
    'The commission counted seven months, because my first employer had not answered in time. The confirmation that I add now shows two more years in the recognition office, from 2016 to 2018.';
  await story.let(applicant.accountId, appealAgainstRuling, { params, body: { statement } });
}

/**
 * The second round comes to another ruling. A member who did not rule first chairs it; the others have declared before.
 */
export async function decideAnew(
  story: Story,
  editionId: string,
  applicationId: string,
  { chair, others }: { chair: Player; others: Player[] },
): Promise<void> {
  await deliberate(story, editionId, applicationId, chair, { choice: 'admit' });
  for (const voter of others) await findAndVote(story, editionId, applicationId, voter, { choice: 'admit' });
  await rule(story, editionId, applicationId, chair);
}
