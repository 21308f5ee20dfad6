import { dayIn, endOfDay } from './edition-plan';

describe('the last minute of a day', () => {
  it.each([
    ['2027-02-10', 'Europe/Rome', '2027-02-10T22:59:00.000Z'],
    ['2027-07-10', 'Europe/Rome', '2027-07-10T21:59:00.000Z'],
    ['2027-02-10', 'America/New_York', '2027-02-11T04:59:00.000Z'],
    ['2027-02-10', 'Asia/Kathmandu', '2027-02-10T18:14:00.000Z'],
    ['2027-02-10', 'UTC', '2027-02-10T23:59:00.000Z'],
  ])('of %s in %s is %s, and that is the day', (day, zone, instant) => {
    expect(endOfDay(day, zone)).toBe(instant);
    expect(dayIn(instant, zone)).toBe(day);
  });
});
