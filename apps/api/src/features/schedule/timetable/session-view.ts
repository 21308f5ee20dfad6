import type { ProgrammeDefinition, SessionView } from '@libretto/contracts';
import { joinOpensAt, joinWindow } from '@libretto/domain';
import type { SessionWithRoom } from './session-rows';

/** A session as everybody of the edition sees it now: the link is there only while it is open. */
export function viewOf(
  session: SessionWithRoom,
  { modules }: Pick<ProgrammeDefinition, 'modules'>,
  now: Date,
): SessionView {
  const { id, moduleNumber, title, mode, state, zone, joinUrl, meeting, cancelledBecause } = session;
  const window = state === 'cancelled' ? 'over' : joinWindow(session, now);
  return {
    id,
    moduleNumber,
    moduleTitle: { ...modules.find(({ number }) => number === moduleNumber)?.title },
    title,
    mode,
    state,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    zone,
    room: session.room,
    join:
      joinUrl || meeting
        ? {
            window,
            opensAt: joinOpensAt(session).toISOString(),
            url: window === 'open' ? (joinUrl ?? `/editions/${session.editionId}/sessions/${id}/meeting`) : null,
            isMade: meeting !== null,
          }
        : null,
    cancelledBecause,
  };
}
