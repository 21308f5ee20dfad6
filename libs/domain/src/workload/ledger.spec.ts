import fc from 'fast-check';
import { workloadKinds } from '../programmes';
import { allMinutes, type CountedMinutes, reversalOf, sumsOf } from './ledger';

const entry = (moduleNumber: number, kind: CountedMinutes['kind'], minutes: number): CountedMinutes => ({
  moduleNumber,
  kind,
  minutes,
});

describe('the ledger', () => {
  it('adds up by module and kind', () => {
    const { total, byKind, byModule } = sumsOf([
      entry(1, 'contact', 120),
      entry(1, 'self-study', 45),
      entry(2, 'contact', 90),
      entry(1, 'contact', -120),
      entry(1, 'contact', 95),
    ]);
    expect(total).toBe(230);
    expect(byKind).toEqual({ contact: 185, 'self-study': 45, project: 0 });
    expect(Object.fromEntries(byModule)).toEqual({
      1: { contact: 95, 'self-study': 45, project: 0 },
      2: { contact: 90, 'self-study': 0, project: 0 },
    });
  });

  const anyEntries = fc.array(
    fc.record({
      moduleNumber: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom(...workloadKinds),
      minutes: fc.integer({ min: -1440, max: 1440 }),
    }),
  );

  it('has the same total whichever way it is added up', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { total, byKind, byModule } = sumsOf(entries);
        expect(allMinutes(byKind)).toBe(total);
        expect([...byModule.values()].reduce((sum, minutes) => sum + allMinutes(minutes), 0)).toBe(total);
      }),
    );
  });

  it('can be added up in parts, in any order', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), (entries, cut) => {
        const parts = [entries.slice(cut % (entries.length + 1)), entries.slice(0, cut % (entries.length + 1))];
        const partial = parts.flatMap((part) =>
          [...sumsOf(part).byModule].flatMap(([moduleNumber, minutes]) =>
            workloadKinds.map((kind) => entry(moduleNumber, kind, minutes[kind])),
          ),
        );
        expect(sumsOf(partial).byKind).toEqual(sumsOf(entries).byKind);
      }),
    );
  });

  it('holds nothing of an entry and its reversal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        const mistake = entry(1, 'self-study', minutes);
        const contrary = reversalOf({ ...mistake, source: 'declaration', reverses: null, isReversed: false }) as number;
        expect(sumsOf([mistake, { ...mistake, minutes: contrary }]).total).toBe(0);
      }),
    );
  });

  it.each([
    ['an entry', { reverses: null, isReversed: false }, -60],
    ['the same one again', { reverses: null, isReversed: true }, { refused: 'workload.already-reversed', numbers: {} }],
    [
      'what a roll says',
      { source: 'roll' as const, reverses: null, isReversed: false },
      { refused: 'workload.not-declared', numbers: {} },
    ],
    ['a reversal', { reverses: 'x', isReversed: false }, { refused: 'workload.is-a-reversal', numbers: {} }],
  ])('takes back %s', (_, state, expected) => {
    expect(reversalOf({ ...entry(1, 'self-study', 60), source: 'declaration', ...state })).toEqual(expected);
  });
});
