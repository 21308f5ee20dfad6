import { roomIsFree, roomTakes, shiftedBy } from '@libretto/domain';
import { Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { orNotFound } from '../../../platform/refusals/refused';
import { type EditionCard, EditionCopied, EditionDirectory } from '../../editions';
import { Session } from '../timetable/session.entity';
import { newSession } from './new-session';
import { type Bookings, Timetabler } from './timetabler';

/**
 * The copy of an edition meets at the same times of day, in the same rooms and under the same links. Where a room is
 * taken then, or its module meets elsewhere in the newest version, the place is left open for somebody to choose.
 */
@ReactsTo(EditionCopied)
export class CopySessions implements Reaction<EditionCopied> {
  constructor(
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly timetabler: Timetabler,
  ) {}

  async react({ originalId, copyId, days }: EditionCopied, tx: Tx): Promise<void> {
    const copy = orNotFound(await this.editions.byId(copyId));
    const originals = await tx.manager.findBy(Session, { editionId: originalId, state: Not('cancelled') });
    const roomIds = new Set(originals.flatMap(({ roomId }) => roomId ?? []));
    const bookings = await this.timetabler.hold(tx, [...roomIds]);
    const copies = originals.flatMap((original) => this.copyOf(original, copy, days, bookings) ?? []);
    await tx.insert(Session, copies);
  }

  private copyOf(original: Session, copy: EditionCard, days: number, bookings: Bookings): Session | null {
    const { moduleNumber, title, zone, joinUrl, meeting } = original;
    const mode = copy.definition.modules.find(({ number }) => number === moduleNumber)?.mode;
    if (!mode) return null;
    const span = {
      startsAt: shiftedBy(original.startsAt, zone, days),
      endsAt: shiftedBy(original.endsAt, zone, days),
    };
    const isOfMode = original.mode === mode;
    const room = isOfMode ? bookings.rooms.get(original.roomId ?? '') : undefined;
    const others = bookings.booked.filter(({ roomId }) => roomId === room?.id);
    const isFree = room && roomTakes(room, copy.capacity) === true && roomIsFree(span, others) === true;
    const place = {
      ...span,
      zone,
      roomId: isFree ? room.id : null,
      joinUrl: isOfMode ? joinUrl : null,
      meeting: isOfMode ? meeting : null,
    };
    return newSession({ editionId: copy.id, moduleNumber, title, mode }, place, this.clock.now());
  }
}
