import { daysOf } from './series';

describe('a series', () => {
  it.each([
    [
      'every week',
      { first: '2027-01-11', weeks: 1, on: [], ends: { times: 3 } },
      ['2027-01-11', '2027-01-18', '2027-01-25'],
    ],
    [
      'on two days, the first of which is the second',
      { first: '2027-01-14', weeks: 1, on: ['MO', 'TH'], ends: { times: 4 } },
      ['2027-01-14', '2027-01-18', '2027-01-21', '2027-01-25'],
    ],
    [
      'every second week until a day, which belongs to it',
      { first: '2027-01-11', weeks: 2, on: ['MO'], ends: { until: '2027-02-08' } },
      ['2027-01-11', '2027-01-25', '2027-02-08'],
    ],
    [
      'over a change of clocks',
      { first: '2027-03-25', weeks: 1, on: [], ends: { times: 2 } },
      ['2027-03-25', '2027-04-01'],
    ],
    ['that has ended before it begins', { first: '2027-03-25', weeks: 1, on: [], ends: { until: '2027-03-01' } }, []],
    [
      'over the end of a year',
      { first: '2026-12-28', weeks: 1, on: ['MO', 'SU'], ends: { times: 3 } },
      ['2026-12-28', '2027-01-03', '2027-01-04'],
    ],
  ])('%s', async (_, series, days) => {
    expect(await daysOf(series, 200)).toEqual(days);
  });

  it('has an end where its rule has none in sight', async () => {
    expect(await daysOf({ first: '2027-01-11', weeks: 1, on: [], ends: { until: '2099-01-01' } }, 200)).toHaveLength(
      200,
    );
  });
});
