import { type Coordinates, coordinatesOf } from './coordinates';

/** Where a device takes itself to be, and by how many metres it may be wrong. */
export interface DevicePosition extends Coordinates {
  readonly accuracy: number;
}

/** Whether a device is within the radius of a venue: `unknown` where it does not know its place well enough to say so. */
export type Nearness = 'near' | 'away' | 'unknown';

/** The most that the radius of a room may be, in metres. */
export const largestRadius = 5000;

/** Whether people who come to a room are asked: it has a radius, and a point that it is around. */
export const asksWhetherNear = (room: { readonly radius: number; readonly coordinates: string }): boolean =>
  room.radius > 0 && coordinatesOf(room.coordinates) !== null;

/** In metres, on average. */
const earthRadius = 6_371_008;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way over the ground, on a globe. */
export function metresBetween(one: Coordinates, other: Coordinates): number {
  const [north, east] = [other.latitude - one.latitude, other.longitude - one.longitude].map(
    (degrees) => Math.sin(radians(degrees) / 2) ** 2,
  ) as [number, number];
  const along = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, north + along * east)));
}

/**
 * The radius is in metres. In a building a device is wrong by tens of them: away is only what cannot be within the radius,
 * and near only what is within it by a position that is as good as the radius at least.
 */
export function nearnessOf(position: DevicePosition, venue: Coordinates, radius: number): Nearness {
  const metres = metresBetween(position, venue);
  if (metres - position.accuracy > radius) return 'away';
  return metres <= radius && position.accuracy <= radius ? 'near' : 'unknown';
}
