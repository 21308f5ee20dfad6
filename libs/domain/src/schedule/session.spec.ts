import fc from 'fast-check';
import { isRefusal } from '../refusal';
import { unreachableStates } from '../process';
import {
  lengthInMinutes,
  move,
  overlap,
  placeFor,
  plausibleSpan,
  roomIsFree,
  roomTakes,
  sessionProcess,
  type SessionState,
  type Span,
  withinEdition,
} from './session';

const now = new Date('2026-11-23T12:00:00Z');
const span = (startsAt: string, endsAt: string): Span => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
const nine = span('2026-12-01T09:00Z', '2026-12-01T11:00Z');

describe('a session', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(sessionProcess, 'planned')).toEqual([]);
  });

  it.each([
    ['two hours next week', nine, true],
    ['it ends when it starts', span('2026-12-01T09:00Z', '2026-12-01T09:00Z'), 'schedule.ends-before-it-starts'],
    ['it ends before it starts', span('2026-12-01T09:00Z', '2026-12-01T08:00Z'), 'schedule.ends-before-it-starts'],
    ['16 hours are the most', span('2026-12-01T06:00Z', '2026-12-01T22:00Z'), true],
    ['a minute more', span('2026-12-01T06:00Z', '2026-12-01T22:01Z'), 'schedule.too-long'],
    ['it starts now', span('2026-11-23T12:00Z', '2026-11-23T13:00Z'), 'schedule.starts-in-the-past'],
  ])('lies ahead and fits into a day: %s', (_, given, expected) => {
    const answer = plausibleSpan(given, now);
    expect(isRefusal(answer) ? answer.refused : answer).toBe(expected);
  });

  it.each([
    ['2026-11-30', 'schedule.outside-the-edition'],
    ['2026-12-01', true],
    ['2026-12-20', true],
    ['2026-12-21', 'schedule.outside-the-edition'],
  ])('lies within its edition: %s', (day, expected) => {
    const answer = withinEdition(day, { startsOn: '2026-12-01', endsOn: '2026-12-20' });
    expect(isRefusal(answer) ? answer.refused : answer).toBe(expected);
  });

  it.each([
    ['online', { joinUrl: 'https://meet.example' }, [null, 'https://meet.example', null]],
    ['in-presence', { roomId: 'a', joinUrl: null }, ['a', null, null]],
    ['online', { joinUrl: 'https://meet.example', roomId: 'a' }, ['a', 'https://meet.example', null]],
    ['in-presence', { roomId: 'a', joinUrl: 'https://meet.example' }, ['a', 'https://meet.example', null]],
    ['online', { meeting: 'jitsi', joinUrl: 'https://meet.example' }, [null, null, 'jitsi']],
    ['in-presence', { roomId: 'a', meeting: 'bigbluebutton' }, ['a', null, 'bigbluebutton']],
    ['online', { roomId: 'a', joinUrl: '', meeting: null }, 'schedule.link-missing'],
    ['in-presence', { joinUrl: 'https://meet.example' }, 'schedule.room-missing'],
    ['in-presence', { meeting: 'jitsi' }, 'schedule.room-missing'],
  ] as const)('has the place of its mode, and may have the other too: %s', (mode, wish, expected) => {
    const answer = placeFor(mode, wish);
    expect(isRefusal(answer) ? answer.refused : [answer.roomId, answer.joinUrl, answer.meeting]).toEqual(expected);
  });

  it.each<[SessionState, boolean, unknown]>([
    ['planned', false, true],
    ['planned', true, 'schedule.roll-begun'],
    ['held', true, 'schedule.roll-closed'],
    ['cancelled', false, 'schedule.session-cancelled'],
  ])('moves while it is planned and nobody’s attendance is taken: %s, %s', (state, rollHasBegun, expected) => {
    const answer = move({ state }, rollHasBegun);
    expect(isRefusal(answer) ? answer.refused : answer).toBe(expected);
  });

  it.each([
    [25, true],
    [26, { refused: 'schedule.room-too-small', numbers: { room: 'Aula A', capacity: 25, people: 26 } }],
  ])('fits into its room with %d people', (people, expected) => {
    expect(roomTakes({ name: 'Aula A', capacity: 25 }, people)).toEqual(expected);
  });
});

describe('a room', () => {
  it.each([
    ['right before', span('2026-12-01T08:00Z', '2026-12-01T09:00Z'), true],
    ['right after', span('2026-12-01T11:00Z', '2026-12-01T12:00Z'), true],
    ['over the start', span('2026-12-01T08:00Z', '2026-12-01T09:01Z'), false],
    ['over the end', span('2026-12-01T10:59Z', '2026-12-01T12:00Z'), false],
    ['inside', span('2026-12-01T09:30Z', '2026-12-01T10:00Z'), false],
    ['around', span('2026-12-01T08:00Z', '2026-12-01T12:00Z'), false],
  ])('that is taken from 9 to 11 is free for another session: %s', (_, other, free) => {
    const answer = roomIsFree(other, [{ ...nine, title: 'Tools' }]);
    expect(answer).toEqual(free || { refused: 'schedule.room-taken', numbers: { title: 'Tools' } });
  });

  const anySpan = fc
    .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 960 }))
    .map(([start, length]): Span => ({
      startsAt: new Date(start * 60_000),
      endsAt: new Date((start + length) * 60_000),
    }));

  it('never holds two sessions at one moment, whatever is asked for in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 30 }), (wanted) => {
        const booked: (Span & { title: string })[] = [];
        for (const one of wanted) if (roomIsFree(one, booked) === true) booked.push({ ...one, title: 'x' });
        const byStart = booked.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
        expect(byStart.every((one, at) => at === 0 || (byStart[at - 1] as Span).endsAt <= one.startsAt)).toBe(true);
      }),
    );
  });

  it('is taken the same way round for both sessions', () => {
    fc.assert(fc.property(anySpan, anySpan, (one, other) => expect(overlap(one, other)).toBe(overlap(other, one))));
  });

  it('counts whole minutes', () => {
    expect(lengthInMinutes(nine)).toBe(120);
  });
});
