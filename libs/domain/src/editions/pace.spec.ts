import fc from 'fast-check';
import { sessionStates, type SessionState } from '../schedule';
import { foreseenMinutes, isBehind } from './pace';

const modules = [
  { number: 1, minutes: 1440 },
  { number: 2, minutes: 1500 },
];
const of = (moduleNumber: number, ...states: SessionState[]) => states.map((state) => ({ moduleNumber, state }));

describe('the pace of an edition', () => {
  it.each([
    ['no session', [], 0],
    ['none held yet', of(1, 'planned', 'planned'), 0],
    ['one of two held', of(1, 'held', 'planned'), 720],
    ['one module over, another begun', [...of(1, 'held', 'held'), ...of(2, 'held', 'planned', 'planned')], 1940],
    ['a cancelled one, which counts for nobody', of(1, 'held', 'cancelled'), 1440],
    ['all cancelled', of(1, 'cancelled'), 0],
    ['a session of no module', of(7, 'held'), 0],
  ])('with %s', (_, sessions, expected) => {
    expect(foreseenMinutes(modules, sessions)).toBe(expected);
  });

  it.each([
    [719, 1440, true],
    [720, 1440, false],
    [0, 0, false],
  ])('finds %d of %d behind: %s', (recorded, foreseen, expected) => {
    expect(isBehind(recorded, foreseen)).toBe(expected);
  });

  it('never foresees more than the whole', () => {
    const session = fc.record({
      moduleNumber: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom(...sessionStates),
    });
    fc.assert(fc.property(fc.array(session), (sessions) => foreseenMinutes(modules, sessions) <= 2940));
  });
});
