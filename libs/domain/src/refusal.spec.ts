import { become } from './process';
import { isRefusal, type Refusal, refuse } from './refusal';

/** What the compiler has to refuse is marked: a mark without a fault below it does not compile either. */
const refusals: Refusal[] = [
  refuse('workload.day-is-full', { recorded: 700, most: 720, day: '2026-11-26' }),
  refuse('schedule.roll-closed'),
  // @ts-expect-error -- nobody words this code
  refuse('workload.day-is-empty'),
  // @ts-expect-error -- the code of another feature
  refuse('schedule.day-is-full', { recorded: 700, most: 720 }),
  // @ts-expect-error -- its sentence says numbers
  refuse('workload.day-is-full'),
  // @ts-expect-error -- one of them is missing
  refuse('workload.day-is-full', { recorded: 700, most: 720 }),
  // @ts-expect-error -- another name than its sentence has
  refuse('workload.day-is-full', { recorded: 700, most: 720, day: '2026-11-26', left: 20 }),
  // @ts-expect-error -- its sentence says none
  refuse('schedule.roll-closed', { days: 5 }),
];

// @ts-expect-error -- a step that is refused has no numbers to give
become({ open: { to: [] } }, 'open', 'open', 'workload.day-is-full');

describe('a refusal', () => {
  it.each(refusals)('$refused has numbers, be it none', (refusal) => {
    expect(isRefusal(refusal)).toBe(true);
    expect(refusal.numbers).toEqual(expect.any(Object));
  });

  it('is told from what a rule agrees to', () => {
    expect([true, 'open', null, { refusal: '' }].some(isRefusal)).toBe(false);
  });
});
