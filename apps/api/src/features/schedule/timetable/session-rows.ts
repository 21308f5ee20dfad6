import { made, type Rows, rowsOf, type Values } from '../../../platform/database/read-together';
import type { Room } from './room.entity';
import { Session } from './session.entity';

export interface SessionWithRoom extends Session {
  readonly room: Room | null;
}

/** The sessions that meet a condition, with their rooms, in their order. */
export const sessionRows = (where: string, values: Values): Rows<SessionWithRoom> =>
  made(
    rowsOf(Session, `LEFT JOIN room ON room.id = it.roomId WHERE ${where}`, values, {
      beside: {
        venue: 'room.venue',
        address: 'room.address',
        roomName: 'room.name',
        capacity: 'room.capacity',
        accessibility: 'room.accessibility',
        coordinates: 'room.coordinates',
        radius: 'room.radius',
      },
      by: ['startsAt', 'id'],
    }),
    ({ venue, address, roomName, capacity, accessibility, coordinates, radius, ...session }) => ({
      ...session,
      room:
        session.roomId === null
          ? null
          : {
              id: session.roomId,
              venue: String(venue),
              address: String(address),
              name: String(roomName),
              capacity: Number(capacity),
              accessibility: String(accessibility),
              coordinates: String(coordinates),
              radius: Number(radius),
            },
    }),
  );
