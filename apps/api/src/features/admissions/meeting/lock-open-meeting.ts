import { inMeeting } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Meeting } from './meeting.entity';

/** Locks a meeting that is still open: closing it waits for the transactions under way in it. */
export async function lockOpenMeeting(
  tx: Tx,
  { editionId, meetingId }: { editionId: string; meetingId: string },
): Promise<Meeting> {
  const meeting = await tx.lock(Meeting, meetingId);
  if (meeting.editionId !== editionId) throw notFound();
  orRefuse(inMeeting(meeting.state));
  return meeting;
}
