import {
  closeMeeting,
  noteAttendance,
  openMeeting,
  previewRuling,
  printMinutes,
  ruleInMeeting,
  writeComment,
} from '@libretto/contracts';
import type { Player } from './cast';
import type { Story } from './story';

/** The chair opens a meeting with these members. */
export async function open(
  story: Story,
  editionId: string,
  { chair, others, place, heldOn }: { chair: Player; others: readonly Player[]; place: string; heldOn: string },
): Promise<string> {
  const { id: meetingId } = await story.let(chair.accountId, openMeeting, {
    params: { editionId },
    body: { place, heldOn },
  });
  for (const { accountId } of others)
    await story.let(chair.accountId, noteAttendance, {
      params: { editionId, meetingId, accountId },
      body: { attends: true },
    });
  return meetingId;
}

/** The chair rules on these applicants as the votes decide, with one reason. */
export async function ruleOnSeveral(
  story: Story,
  editionId: string,
  meetingId: string,
  chair: Player,
  applicationIds: readonly string[],
): Promise<void> {
  const reason = 'The commission has reviewed the application together and follows the majority of its votes.';
  const rulings = [];
  for (const applicationId of applicationIds) {
    const { outcome } = await story.let(chair.accountId, previewRuling, {
      params: { editionId, applicationId },
      body: { reason },
    });
    rulings.push({ applicationId, reason, outcome });
  }
  await story.let(chair.accountId, ruleInMeeting, { params: { editionId, meetingId }, body: { rulings } });
}

/** The chair closes the meeting and asks for its minutes as files. */
export async function close(story: Story, editionId: string, meetingId: string, chair: Player): Promise<void> {
  const params = { editionId, meetingId };
  await story.let(chair.accountId, closeMeeting, { params });
  await story.let(chair.accountId, printMinutes, { params });
}

/** Members who have voted comment on a dossier. */
export async function discuss(
  story: Story,
  editionId: string,
  applicationId: string,
  said: readonly (readonly [Player, string])[],
): Promise<void> {
  for (const [{ accountId }, words] of said)
    await story.let(accountId, writeComment, { params: { editionId, applicationId }, body: { words } });
}
