import type { changeRoom, InputOf } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../platform/database/errors';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Room } from '../timetable/room.entity';
import { Timetabler } from './timetabler';

@Injectable()
export class ChangeRoom {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly timetabler: Timetabler,
  ) {}

  /** A room keeps a chair for everybody who is booked into it. Refusals: schedule.room-exists, schedule.room-is-needed. */
  async run({ params, body }: InputOf<typeof changeRoom>): Promise<void> {
    try {
      await this.transaction.run(async (tx) => {
        const room = await tx.lock(Room, params.roomId);
        if (body.capacity < room.capacity) await this.checkBookings(tx, room, body.capacity);
        await tx.save(Object.assign(room, body));
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('schedule.room-exists')) : error;
    }
  }

  private async checkBookings(tx: Tx, room: Room, capacity: number): Promise<void> {
    const { booked } = await this.timetabler.bookingsOf(tx.manager, [room]);
    const editions = await this.editions.byIds(booked.map(({ editionId }) => editionId));
    for (const { editionId, title } of booked) {
      const people = editions.get(editionId)?.capacity ?? 0;
      if (people > capacity) throw new Refused(refuse('schedule.room-is-needed', { people, title }));
    }
  }
}
