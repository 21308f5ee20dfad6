import fc from 'fast-check';
import { creditsAreHalves, hoursMatchCredits, moduleMinutesSum } from './credit';

const credits = fc.integer({ min: 1, max: 240 }).map((halves) => halves / 2);
const minutes = fc.integer({ min: 0, max: 5000 });
const moduleMinutes = fc.record({ contact: minutes, 'self-study': minutes, project: minutes });

describe('credit', () => {
  it.each([
    [5, 125, true],
    [5, 150, true],
    [5, 124, false],
    [5, 151, false],
    [12, 300, true],
    [12, 360, true],
    [12, 299, false],
    [2.5, 63, true],
    [2.5, 62, false],
    [0.5, 15, true],
  ])('%d ECTS for %d hours: %s', (ects, hours, sound) => {
    expect(hoursMatchCredits({ workload: { ects, hours } })).toHaveLength(sound ? 0 : 1);
  });

  it('takes any number of halves', () => {
    fc.assert(fc.property(credits, (ects) => creditsAreHalves({ workload: { ects } }).length === 0));
  });

  it('takes exactly the hours from 25 to 30 for each credit', () => {
    fc.assert(
      fc.property(credits, fc.integer({ min: 1, max: 3600 }), (ects, hours) => {
        const within = hours >= ects * 25 && hours <= ects * 30;
        return (hoursMatchCredits({ workload: { ects, hours } }).length === 0) === within;
      }),
    );
  });

  it('names a range that it would take itself', () => {
    fc.assert(
      fc.property(credits, fc.integer({ min: 1, max: 3600 }), (ects, hours) =>
        hoursMatchCredits({ workload: { ects, hours } }).every(({ numbers }) =>
          [numbers['least'], numbers['most']].every(
            (named) => hoursMatchCredits({ workload: { ects, hours: Number(named) } }).length === 0,
          ),
        ),
      ),
    );
  });

  it('is at peace with modules exactly when they sum to the hours', () => {
    fc.assert(
      fc.property(
        fc.array(moduleMinutes, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 500 }),
        (all, hours) => {
          const sum = all.flatMap((each) => Object.values(each)).reduce((total, some) => total + some, 0);
          const modules = all.map((each) => ({ minutes: each }));
          return (moduleMinutesSum({ workload: { hours }, modules }).length === 0) === (sum === hours * 60);
        },
      ),
    );
  });
});
