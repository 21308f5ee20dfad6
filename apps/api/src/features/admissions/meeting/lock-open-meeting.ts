import { refuse } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { Meeting } from './meeting.entity';

/** Locks a meeting that is still open: closing it waits for the transactions under way in it. */
export async function lockOpenMeeting(
  tx: Tx,
  { editionId, meetingId }: { editionId: string; meetingId: string },
): Promise<Meeting> {
  const meeting = await tx.lock(Meeting, meetingId);
  if (meeting.editionId !== editionId) throw notFound();
  if (meeting.state !== 'open') throw new Refused(refuse('admissions.meeting-closed'));
  return meeting;
}
