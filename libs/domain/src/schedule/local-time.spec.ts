import fc from 'fast-check';
import { isRefusal } from '../refusal';
import { dayOf, daysBetween, instantOf, isZone, laterDay, localTimeOf, shiftedBy } from './local-time';

describe('a local time', () => {
  it.each([
    ['2026-12-03T14:30', 'Europe/Rome', '2026-12-03T13:30:00.000Z'],
    ['2026-07-03T14:30', 'Europe/Rome', '2026-07-03T12:30:00.000Z'],
    ['2026-12-03T14:30', 'Europe/Lisbon', '2026-12-03T14:30:00.000Z'],
    ['2026-12-03T14:30', 'Asia/Kathmandu', '2026-12-03T08:45:00.000Z'],
  ])('%s in %s is %s', (local, zone, expected) => {
    expect((instantOf(local, zone) as Date).toISOString()).toBe(expected);
  });

  it.each([
    ['the clocks skip it', '2026-03-29T02:30', 'Europe/Rome', 'schedule.no-such-local-time'],
    ['the clocks show it twice', '2026-10-25T02:30', 'Europe/Rome', 'schedule.no-such-local-time'],
    ['there is no such day', '2026-02-30T10:00', 'Europe/Rome', 'schedule.no-such-local-time'],
    ['there is no such zone', '2026-12-03T14:30', 'Europe/Atlantis', 'schedule.no-such-zone'],
  ])('is refused where %s', (_, local, zone, code) => {
    expect(instantOf(local, zone)).toMatchObject({ refused: code });
  });

  it('comes back as it was typed, wherever the clocks show it once', () => {
    const zones = fc.constantFrom(
      'Europe/Rome',
      'Europe/Lisbon',
      'Europe/Zagreb',
      'America/New_York',
      'Asia/Kathmandu',
    );
    const locals = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 16));
    fc.assert(
      fc.property(locals, zones, (local, zone) => {
        const instant = instantOf(local, zone);
        if (!isRefusal(instant)) expect(localTimeOf(instant, zone)).toBe(local);
      }),
    );
  });

  it('knows which day it is where', () => {
    const instant = new Date('2026-11-23T23:30:00Z');
    expect([dayOf(instant, 'Europe/Lisbon'), dayOf(instant, 'Europe/Rome')]).toEqual(['2026-11-23', '2026-11-24']);
  });

  it.each([
    ['over a change of clocks', '2026-10-20T12:00Z', 'Europe/Rome', 7, '2026-10-27T13:00:00.000Z'],
    ['back over one', '2026-10-27T13:00Z', 'Europe/Rome', -7, '2026-10-20T12:00:00.000Z'],
    ['to a time that the clocks skip', '2027-03-21T01:30Z', 'Europe/Rome', 7, '2027-03-28T01:30:00.000Z'],
    ['to a time that they show twice', '2026-10-18T00:30Z', 'Europe/Rome', 7, '2026-10-25T00:30:00.000Z'],
    ['over a year with a leap day', '2027-03-01T12:00Z', 'Asia/Kathmandu', 366, '2028-03-01T12:00:00.000Z'],
  ])('is shifted by days %s', (_, at, zone, days, expected) => {
    expect(shiftedBy(new Date(at), zone, days).toISOString()).toBe(expected);
  });

  it('counts days', () => {
    expect([daysBetween('2026-12-31', '2027-01-11'), daysBetween('2028-03-01', '2028-02-28')]).toEqual([11, -2]);
    expect([laterDay('2026-12-31', 11), laterDay('2028-03-01', -2)]).toEqual(['2027-01-11', '2028-02-28']);
  });

  it('tells a zone from any other word', () => {
    expect(['Europe/Rome', 'UTC', 'Rome', ''].map(isZone)).toEqual([true, true, false, false]);
  });
});
