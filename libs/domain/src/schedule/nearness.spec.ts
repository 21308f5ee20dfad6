import { metresBetween, nearnessOf } from './nearness';

const rome = { latitude: 41.901, longitude: 12.4956 };
/** So many metres north of the venue. */
const north = (metres: number, accuracy: number) => ({
  latitude: rome.latitude + metres / 111_195,
  longitude: rome.longitude,
  accuracy,
});

describe('the way between two points', () => {
  it.each([
    ['the same point', rome, rome, 0],
    ['a minute of latitude', { latitude: 0, longitude: 0 }, { latitude: 1 / 60, longitude: 0 }, 1853],
    ['across the line of dates', { latitude: 0, longitude: 179.9995 }, { latitude: 0, longitude: -179.9995 }, 111],
    ['to the other side of the world', { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20_015_112],
    ['from pole to pole', { latitude: 90, longitude: 17 }, { latitude: -90, longitude: -50 }, 20_015_112],
    // A degree of longitude is shorter in the north.
    ['by a degree in Oslo', { latitude: 60, longitude: 10 }, { latitude: 60, longitude: 11 }, 55_597],
  ])('is, for %s, that many metres', (_, one, other, metres) => {
    expect(Math.round(metresBetween(one, other))).toBe(metres);
    expect(metresBetween(other, one)).toBeCloseTo(metresBetween(one, other), 6);
  });
});

describe('a device beside a venue with a radius of 200 metres', () => {
  it.each([
    ['at its door', north(0, 30), 'near'],
    ['just within', north(199, 30), 'near'],
    ['just outside, by less than it may be wrong', north(210, 30), 'unknown'],
    ['outside by more than it may be wrong', north(240, 30), 'away'],
    ['that knows its place as well as the radius', north(10, 200), 'near'],
    ['that knows its place less well', north(10, 201), 'unknown'],
    ['that knows only its town, in that town', north(3000, 5000), 'unknown'],
    ['that knows only its town, in another one', north(90_000, 5000), 'away'],
    ['that knows nothing of how wrong it is', north(0, Number.NaN), 'unknown'],
    ['that may be anywhere', north(0, Infinity), 'unknown'],
    ['without a place', { latitude: Number.NaN, longitude: 0, accuracy: 10 }, 'unknown'],
  ] as const)('%s', (_, position, nearness) => {
    expect(nearnessOf(position, rome, 200)).toBe(nearness);
  });
});
