import type { ProgrammeDefinition, SessionView } from '@libretto/contracts';
import { joinOpensAt, joinWindow } from '@libretto/domain';
import type { Room } from './room.entity';
import type { Session } from './session.entity';

/** A session as everybody of the edition sees it now: the link is there only while it is open. */
export function viewOf(
  session: Session,
  rooms: ReadonlyMap<string, Room>,
  { modules }: Pick<ProgrammeDefinition, 'modules'>,
  now: Date,
): SessionView {
  const { id, moduleNumber, title, mode, state, zone, joinUrl, cancelledBecause } = session;
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
    room: rooms.get(session.roomId ?? '') ?? null,
    join: joinUrl
      ? { window, opensAt: joinOpensAt(session).toISOString(), url: window === 'open' ? joinUrl : null }
      : null,
    cancelledBecause,
  };
}
