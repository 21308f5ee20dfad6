import type { addRoom, InputOf } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { Room } from '../timetable/room.entity';

@Injectable()
export class AddRoom {
  constructor(private readonly transaction: Transaction) {}

  /** Adds a room, for every edition to meet in. Refusals: schedule.room-exists. */
  async run(room: InputOf<typeof addRoom>['body']): Promise<{ id: string }> {
    const id = newId();
    try {
      await this.transaction.run((tx) => tx.insert(Room, { id, ...room }));
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('schedule.room-exists')) : error;
    }
    return { id };
  }
}
