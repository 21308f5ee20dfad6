import { clockChanges } from './clock-changes';

const span = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

describe('the changes of clocks', () => {
  it.each([
    [
      'a winter in Rome has the change before it',
      'Europe/Rome',
      span('2026-11-26T13:00Z', '2026-12-10T15:00Z'),
      [{ at: '2026-10-25T03:00:00', from: '+02:00', to: '+01:00' }],
    ],
    [
      'a spring in Rome has the one within too',
      'Europe/Rome',
      span('2026-03-01T13:00Z', '2026-04-01T15:00Z'),
      [
        { at: '2025-10-26T03:00:00', from: '+02:00', to: '+01:00' },
        { at: '2026-03-29T02:00:00', from: '+01:00', to: '+02:00' },
      ],
    ],
    [
      'the very moment of a change has it',
      'Europe/Rome',
      span('2026-03-29T01:00Z', '2026-03-29T02:00Z'),
      [{ at: '2026-03-29T02:00:00', from: '+01:00', to: '+02:00' }],
    ],
    [
      'Dublin, whose summer time is its standard time',
      'Europe/Dublin',
      span('2026-07-01T13:00Z', '2026-07-02T15:00Z'),
      [{ at: '2026-03-29T01:00:00', from: '+00:00', to: '+01:00' }],
    ],
    [
      'Kathmandu, at quarters of an hour',
      'Asia/Kathmandu',
      span('2026-11-26T13:00Z', '2026-12-10T15:00Z'),
      [{ at: '1986-01-01T00:00:00', from: '+05:30', to: '+05:45' }],
    ],
    [
      'half an hour at Lord Howe',
      'Australia/Lord_Howe',
      span('2026-11-26T13:00Z', '2026-12-10T15:00Z'),
      [{ at: '2026-10-04T02:00:00', from: '+10:30', to: '+11:00' }],
    ],
    [
      'a zone whose last one was from the time of the sun',
      'Asia/Kolkata',
      span('1906-01-01T00:00Z', '1906-01-02T00:00Z'),
      [{ at: '1906-01-01T00:00:00', from: '+05:21:10', to: '+05:30' }],
    ],
    [
      'a zone without any',
      'Etc/GMT-3',
      span('2026-11-26T13:00Z', '2026-12-10T15:00Z'),
      [{ at: '1970-01-01T00:00:00', from: '+03:00', to: '+03:00' }],
    ],
  ])('%s', (_, zone, of, expected) => {
    expect(clockChanges(zone, of)).toEqual(expected);
  });

  it('follow the moon in Casablanca', () => {
    // The hour that goes for Ramadan and comes back after it.
    expect(clockChanges('Africa/Casablanca', span('2026-02-01T13:00Z', '2026-04-01T15:00Z'))).toEqual([
      { at: '2025-04-06T02:00:00', from: '+00:00', to: '+01:00' },
      { at: '2026-02-15T03:00:00', from: '+01:00', to: '+00:00' },
      { at: '2026-03-22T02:00:00', from: '+00:00', to: '+01:00' },
    ]);
  });
});
