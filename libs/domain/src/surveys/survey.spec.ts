import { deadEnds, unreachableStates } from '../process';
import {
  closeSurvey,
  mayAnswerSurvey,
  maySeeResults,
  standingOfSurvey,
  surveyFloor,
  surveyProcess,
  surveyWindow,
} from './survey';

const edition = { startsOn: '2026-11-02', endsOn: '2026-12-04', timeZone: 'Europe/Rome' };
const window = { from: new Date('2026-11-27T23:00:00Z'), until: new Date('2026-12-18T22:59:59Z') };

describe('when a survey can be answered', () => {
  it.each<[string, Partial<typeof edition>, string[], number | undefined, string, string]>([
    ['no session: the last week, and two weeks more', {}, [], undefined, '2026-11-27T23:00Z', '2026-12-18T22:59:59Z'],
    [
      'the last session is over long before',
      {},
      ['2026-11-10T16:00Z'],
      30,
      '2026-11-27T23:00Z',
      '2027-01-03T22:59:59Z',
    ],
    [
      'a session in the last week',
      {},
      ['2026-12-01T16:00Z', '2026-11-03T16:00Z'],
      1,
      '2026-12-01T16:00Z',
      '2026-12-05T22:59:59Z',
    ],
    ['a session on the last day', {}, ['2026-12-04T16:00Z'], 1, '2026-12-03T23:00Z', '2026-12-05T22:59:59Z'],
    ['a session after the end', {}, ['2026-12-09T16:00Z'], 1, '2026-12-03T23:00Z', '2026-12-05T22:59:59Z'],
    ['an edition of three days', { startsOn: '2026-12-02' }, [], 1, '2026-12-01T23:00Z', '2026-12-05T22:59:59Z'],
    ['an edition of one day', { startsOn: '2026-12-04' }, [], 1, '2026-12-03T23:00Z', '2026-12-05T22:59:59Z'],
    ['another zone', { timeZone: 'America/New_York' }, [], 1, '2026-11-28T05:00Z', '2026-12-06T04:59:59Z'],
  ])('%s', (_, dates, sessions, days, from, until) => {
    const ends = sessions.map((end) => new Date(end));
    expect(surveyWindow({ ...edition, ...dates }, ends, days)).toEqual({
      from: new Date(from),
      until: new Date(until),
    });
  });

  it.each<[string, 'open' | 'closed' | null, string, string]>([
    ['before its time', null, '2026-11-27T22:59:59Z', 'to-come'],
    ['at its beginning', null, '2026-11-27T23:00:00Z', 'open'],
    ['once opened, although its beginning moved', 'open', '2026-11-20T12:00:00Z', 'open'],
    ['at its last second', 'open', '2026-12-18T22:59:59Z', 'open'],
    ['after it', 'open', '2026-12-18T23:00:00Z', 'closed'],
    ['after it, though nobody came', null, '2026-12-18T23:00:00Z', 'closed'],
    ['once closed, although its end moved', 'closed', '2026-12-01T12:00:00Z', 'closed'],
  ])('%s', (_, state, now, standing) => {
    expect(standingOfSurvey(state, window, new Date(now))).toBe(standing);
  });
});

describe('a survey', () => {
  it('reaches all of its states, closes once and never opens again', () => {
    expect(unreachableStates(surveyProcess, 'open')).toEqual([]);
    expect(deadEnds(surveyProcess, ['closed'])).toEqual([]);
    expect(closeSurvey('open')).toBe('closed');
    expect(closeSurvey('closed')).toMatchObject({ refused: 'surveys.closed' });
  });

  it.each([
    ['open', false, true],
    ['open', true, { refused: 'surveys.answered', numbers: {} }],
    ['closed', true, { refused: 'surveys.answered', numbers: {} }],
    ['closed', false, { refused: 'surveys.closed', numbers: {} }],
    ['to-come', false, { refused: 'surveys.not-open', numbers: { from: '2026-11-28' } }],
  ] as const)('that is %s, and answered already: %s', (standing, hasAnswered, expected) => {
    expect(mayAnswerSurvey(standing, hasAnswered, '2026-11-28')).toEqual(expected);
  });

  it.each([
    [null, 0, { refused: 'surveys.results-after-the-end', numbers: {} }],
    ['open', surveyFloor, { refused: 'surveys.results-after-the-end', numbers: {} }],
    ['closed', 0, { refused: 'surveys.too-few-answers', numbers: { answered: 0, least: 5 } }],
    ['closed', surveyFloor - 1, { refused: 'surveys.too-few-answers', numbers: { answered: 4, least: 5 } }],
    ['closed', surveyFloor, true],
  ] as const)('that is %s with %s answers shows its results: %j', (state, answered, expected) => {
    expect(maySeeResults(state, answered)).toEqual(expected);
  });
});
