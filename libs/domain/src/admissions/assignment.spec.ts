import fc from 'fast-check';
import { assign, type Assigned, type DossierToAssign, type MemberToAssign, movesBetween } from './assignment';

const keyOf = ({ applicationId, accountId }: Assigned) => `${applicationId} ${accountId}`;
const loadsOf = (assigned: readonly Assigned[], members: readonly MemberToAssign[]) =>
  members.map((member) => assigned.filter(({ accountId }) => accountId === member.accountId).length);
const spread = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads);
const free = (limit: number | null, ...accountIds: string[]): MemberToAssign[] =>
  accountIds.map((accountId) => ({ accountId, limit }));
const dossier = (applicationId: string, values: Partial<DossierToAssign> = {}): DossierToAssign => ({
  applicationId,
  readers: 2,
  chairId: null,
  inConflict: new Set(),
  ...values,
});
const many = (count: number, values: Partial<DossierToAssign> = {}) =>
  Array.from({ length: count }, (_, at) => dossier(`d${at}`, values));

/** The best of all possible assignments, found by trying every one. */
function bruteForce(
  dossiers: readonly DossierToAssign[],
  members: readonly MemberToAssign[],
  before: readonly Assigned[],
) {
  const earlier = new Set(before.map(keyOf));
  const chosen: Assigned[][] = dossiers.map(() => []);
  let best = { filled: -1, kept: -1, spread: Infinity };
  const subsets = (of: readonly string[], most: number): string[][] =>
    of.reduce<string[][]>(
      (all, one) => [...all, ...all.filter((set) => set.length < most).map((set) => [...set, one])],
      [[]],
    );
  const isWithin = (assigned: readonly Assigned[]) =>
    members.every(({ accountId, limit }) => {
      const mine = assigned.filter((one) => one.accountId === accountId);
      const chaired = dossiers.filter(
        ({ chairId, inConflict }) => chairId === accountId && !inConflict.has(accountId),
      ).length;
      return mine.length <= Math.max(limit ?? Infinity, chaired);
    });
  const next = (at: number): void => {
    const current = dossiers[at];
    if (!current) {
      const all = chosen.flat();
      if (!isWithin(all)) return;
      const found = {
        filled: all.length,
        kept: all.filter((one) => earlier.has(keyOf(one))).length,
        spread: spread(loadsOf(all, members)),
      };
      if (
        found.filled > best.filled ||
        (found.filled === best.filled &&
          (found.kept > best.kept || (found.kept === best.kept && found.spread < best.spread)))
      )
        best = found;
      return;
    }
    const { applicationId, readers, chairId, inConflict } = current;
    const able = members.map(({ accountId }) => accountId).filter((id) => !inConflict.has(id));
    for (const set of subsets(able, readers)) {
      if (chairId !== null && able.includes(chairId) && !set.includes(chairId)) continue;
      chosen[at] = set.map((accountId) => ({ applicationId, accountId }));
      next(at + 1);
    }
  };
  next(0);
  return best;
}

/** Small commissions: at most four dossiers and four members, with conflicts, limits and chairs of every kind. */
const cases = fc.integer({ min: 1, max: 4 }).chain((size) => {
  const ids = ['chair', 'ines', 'jean', 'pilar'].slice(0, size);
  const aDossier = fc.record({
    readers: fc.integer({ min: 1, max: 3 }),
    chairId: fc.constantFrom(null, 'chair'),
    inConflict: fc.subarray(ids).map((some) => new Set(some)),
  });
  return fc.record({
    members: fc.tuple(
      ...ids.map((accountId) =>
        fc.record({ accountId: fc.constant(accountId), limit: fc.constantFrom(null, 0, 1, 2) }),
      ),
    ) as fc.Arbitrary<MemberToAssign[]>,
    dossiers: fc
      .array(aDossier, { minLength: 1, maxLength: 4 })
      .map((all) => all.map((one, at) => ({ ...one, applicationId: `d${at}` }))),
    before: fc.subarray(
      ['d0', 'd1', 'd2', 'd3'].flatMap((applicationId) => ids.map((accountId) => ({ applicationId, accountId }))),
    ),
  });
});

describe('an assignment', () => {
  it('is as full, as faithful to the earlier one and as even as trying every one finds, without a conflict', () => {
    fc.assert(
      fc.property(cases, ({ dossiers, members, before }) => {
        const { assigned, lacking } = assign(dossiers, members, before);
        for (const { applicationId, accountId } of assigned)
          expect(dossiers.find((one) => one.applicationId === applicationId)?.inConflict.has(accountId)).toBe(false);
        expect(new Set(assigned.map(keyOf)).size).toBe(assigned.length);
        const kept = assigned.filter((one) => before.some((was) => keyOf(was) === keyOf(one))).length;
        expect({ filled: assigned.length, kept, spread: spread(loadsOf(assigned, members)) }).toEqual(
          bruteForce(dossiers, members, before),
        );
        const missing = lacking.reduce((sum, { needed, got }) => sum + needed - got, 0);
        expect(dossiers.reduce((sum, { readers }) => sum + readers, 0) - missing).toBe(assigned.length);
        for (const [at, { limit }] of members.entries()) {
          const chaired = dossiers.filter(
            ({ chairId, inConflict }) => chairId === members[at]?.accountId && !inConflict.has(chairId),
          ).length;
          expect(loadsOf(assigned, members)[at]).toBeLessThanOrEqual(Math.max(limit ?? Infinity, chaired));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('moves nothing when nothing has changed', () => {
    fc.assert(
      fc.property(cases, ({ dossiers, members }) => {
        const { assigned } = assign(dossiers, members, []);
        expect(new Set(assign(dossiers, members, assigned).assigned.map(keyOf))).toEqual(new Set(assigned.map(keyOf)));
      }),
    );
  });

  it('gives a new dossier its readers and leaves the others where they are', () => {
    const members = free(null, 'chair', 'ines', 'jean', 'pilar');
    const first = assign(many(6), members, []).assigned;
    const second = assign([...many(6), dossier('new')], members, first).assigned;
    expect(movesBetween(first, second)).toMatchObject({ added: 2, moved: 0, ended: 0, kept: 12 });
    expect(loadsOf(second, members).sort()).toEqual([3, 3, 4, 4]);
  });

  it('takes nothing from anybody for a new member: the next dossiers go there', () => {
    const before = assign(many(4), free(null, 'ines', 'jean'), []).assigned;
    const members = free(null, 'ines', 'jean', 'pilar');
    const after = assign([...many(4), dossier('new')], members, before).assigned;
    expect(movesBetween(before, after)).toMatchObject({ moved: 0, kept: 8, added: 2 });
    expect(after).toContainEqual({ applicationId: 'new', accountId: 'pilar' });
  });

  it('moves an assignment on where its member is in conflict by now, and says what moved', () => {
    const members = free(null, 'ines', 'jean', 'pilar');
    const before = assign([dossier('d0')], members, []).assigned;
    const inConflict = new Set([before[0]?.accountId as string]);
    const after = assign([dossier('d0', { inConflict })], members, before).assigned;
    expect(movesBetween(before, after)).toMatchObject({ added: 0, moved: 1, ended: 0, kept: 1, gone: [before[0]] });
  });

  it('has whoever chairs read every dossier, beyond a limit, and the others share the rest', () => {
    const members = [...free(2, 'chair'), ...free(null, 'ines', 'jean')];
    const { assigned, lacking } = assign(many(6, { chairId: 'chair' }), members, []);
    expect(loadsOf(assigned, members)).toEqual([6, 3, 3]);
    expect(lacking).toEqual([]);
  });

  it('says which dossiers lack readers, and why', () => {
    const members = free(1, 'ines', 'jean', 'pilar');
    const closed = dossier('closed', { inConflict: new Set(['ines', 'jean']) });
    expect(assign([closed], members, []).lacking).toMatchObject([
      {
        applicationId: 'closed',
        needed: 2,
        got: 1,
        why: { refused: 'admissions.too-few-without-conflict', numbers: { needed: 2, free: 1 } },
      },
    ]);
    const [lack] = assign(many(2), members, []).lacking;
    expect(lack).toMatchObject({
      needed: 2,
      got: 1,
      why: { refused: 'admissions.limits-reached', numbers: { needed: 2, got: 1, full: 2 } },
    });
  });

  it('spreads 500 dossiers over twelve members, and again after a tenth of the conflicts changed', () => {
    const members = free(null, ...Array.from({ length: 12 }, (_, at) => `m${at}`));
    const closed = (at: number, shift: number) =>
      new Set([`m${((at * 7 + shift) % 11) + 1}`, `m${((at * 5 + 2) % 11) + 1}`]);
    const first = Array.from({ length: 500 }, (_, at) =>
      dossier(`d${at}`, { readers: 6, chairId: 'm0', inConflict: closed(at, 0) }),
    );
    const { assigned, lacking } = assign(first, members, []);
    const changed = first.map((one, at) => (at % 10 ? one : { ...one, inConflict: closed(at, 3) }));
    const again = assign(changed, members, assigned);
    expect(lacking).toEqual([]);
    expect(spread(loadsOf(assigned, members).slice(1))).toBeLessThanOrEqual(1);
    expect(movesBetween(assigned, again.assigned).moved).toBeLessThanOrEqual(50);
  });
});
