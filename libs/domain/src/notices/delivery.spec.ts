import { channelOf, type Delivery, deliveryOf, type NoticeSettings, type NoticeTopic, usualSettings } from './delivery';

const night = { from: '22:00', until: '07:00' };
const noon = { from: '12:00', until: '13:30' };
const quiet = (quietHours: NoticeSettings['quietHours']): NoticeSettings => ({ channels: {}, quietHours });
const at = (delivery: Delivery) =>
  delivery.by === 'inbox' ? delivery.by : `${delivery.by} ${delivery.at.toISOString()}`;

describe('the delivery of a notice', () => {
  it.each<[what: string, NoticeTopic, NoticeSettings, now: string, zone: string, expected: string]>([
    ['at once', 'sessions', usualSettings, '2026-12-01T23:00Z', 'Europe/Rome', 'mail 2026-12-01T23:00:00.000Z'],
    ['before the night', 'sessions', quiet(night), '2026-12-01T20:59Z', 'Europe/Rome', 'mail 2026-12-01T20:59:00.000Z'],
    ['in the evening', 'sessions', quiet(night), '2026-12-01T21:00Z', 'Europe/Rome', 'mail 2026-12-02T06:00:00.000Z'],
    ['after midnight', 'sessions', quiet(night), '2026-12-02T05:59Z', 'Europe/Rome', 'mail 2026-12-02T06:00:00.000Z'],
    ['in the morning', 'sessions', quiet(night), '2026-12-02T06:00Z', 'Europe/Rome', 'mail 2026-12-02T06:00:00.000Z'],
    ['elsewhere', 'sessions', quiet(night), '2026-12-01T21:00Z', 'America/Lima', 'mail 2026-12-01T21:00:00.000Z'],
    ['at noon', 'work', quiet(noon), '2026-12-01T11:10Z', 'Europe/Rome', 'mail 2026-12-01T12:30:00.000Z'],
    [
      'in quiet hours of no length',
      'work',
      quiet({ from: '07:00', until: '07:00' }),
      '2026-12-01T06:00Z',
      'Europe/Rome',
      'mail 2026-12-01T06:00:00.000Z',
    ],
    [
      'in the night in which clocks go forward',
      'work',
      quiet({ from: '23:00', until: '02:30' }),
      '2027-03-28T00:30Z',
      'Europe/Rome',
      'mail 2027-03-28T01:30:00.000Z',
    ],
    [
      'in the night in which clocks go back',
      'work',
      quiet(night),
      '2026-10-25T00:30Z',
      'Europe/Rome',
      'mail 2026-10-25T06:00:00.000Z',
    ],
    [
      'a decision, in the night',
      'decisions',
      quiet(night),
      '2026-12-01T23:00Z',
      'Europe/Rome',
      'mail 2026-12-01T23:00:00.000Z',
    ],
  ])('is mailed: %s', (_, topic, settings, now, zone, expected) => {
    expect(at(deliveryOf(topic, settings, { now: new Date(now), zone }))).toBe(expected);
  });

  it('does not wait for the morning where the matter comes before it', () => {
    const now = new Date('2026-12-02T04:30:00Z');
    const about = (matters: string) =>
      at(deliveryOf('reminders', quiet(night), { now, zone: 'Europe/Rome', matters: new Date(matters) }));
    expect(about('2026-12-02T05:30:00Z')).toBe('mail 2026-12-02T04:30:00.000Z');
    expect(about('2026-12-02T09:00:00Z')).toBe('mail 2026-12-02T06:00:00.000Z');
  });

  it('waits for the daily mail in the evening, or stays in the inbox', () => {
    const daily: NoticeSettings = { channels: { work: 'daily-mail', hours: 'inbox' }, quietHours: night };
    const now = new Date('2026-12-01T17:00:00Z');
    expect(at(deliveryOf('work', daily, { now, zone: 'Europe/Rome' }))).toBe('daily-mail 2026-12-02T17:00:00.000Z');
    expect(at(deliveryOf('work', daily, { now, zone: 'Europe/London' }))).toBe('daily-mail 2026-12-01T18:00:00.000Z');
    expect(at(deliveryOf('hours', daily, { now, zone: 'Europe/Rome' }))).toBe('inbox');
  });
});

describe('the channel of a topic', () => {
  it('is a usual one where the chosen one is none of its own', () => {
    const settings: NoticeSettings = {
      channels: { decisions: 'inbox', reminders: 'daily-mail', work: 'inbox' },
      quietHours: null,
    };
    expect(
      (['decisions', 'reminders', 'work', 'sessions'] as const).map((topic) => channelOf(topic, settings)),
    ).toEqual(['mail', 'mail', 'inbox', 'mail']);
  });
});
