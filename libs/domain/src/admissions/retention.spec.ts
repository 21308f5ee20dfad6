import fc from 'fast-check';
import { appealEnd } from './appeal';
import { applicationStates } from './application';
import { type DossierLife, erasedFrom } from './retention';

const closesAt = new Date('2026-10-31T22:59:00Z');
const ruledAt = new Date('2026-11-10T10:00:00Z');
const timeZone = 'Europe/Rome';
const terms = { retentionMonths: 24, appealDays: 15, timeZone };
const life = (values: Partial<DossierLife>): DossierLife => ({
  state: 'ruled',
  withdrawnAt: null,
  ruling: null,
  closesAt,
  ...values,
});
const rejected = { outcome: 'rejected' as const, at: ruledAt };

describe('a dossier is erased', () => {
  it.each([
    ['months after a rejection', life({ ruling: rejected }), '2028-11-10T10:00:00.000Z'],
    ['months after it was withdrawn', life({ state: 'withdrawn', withdrawnAt: ruledAt }), '2028-11-10T10:00:00.000Z'],
    ['months after a draft was over', life({ state: 'draft' }), '2028-10-31T22:59:00.000Z'],
    ['not while an appeal runs', life({ state: 'appealed', ruling: rejected }), undefined],
    ['not where somebody was admitted', life({ ruling: { outcome: 'admitted', at: ruledAt } }), undefined],
    ['not from the waiting list', life({ ruling: { outcome: 'waiting-list', at: ruledAt } }), undefined],
    ['not before the commission', life({ state: 'under-review' }), undefined],
  ])('%s', (_, dossier, when) => {
    expect(erasedFrom(dossier, terms)?.toISOString()).toBe(when);
  });

  it('on the last day of a shorter month', () => {
    const at = new Date('2026-12-31T10:00:00Z');
    expect(erasedFrom(life({ ruling: { ...rejected, at } }), { ...terms, retentionMonths: 2 })?.toISOString()).toBe(
      '2027-02-28T10:00:00.000Z',
    );
  });

  it('never while the ruling can still be appealed, whatever the programme says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 365 }), (retentionMonths, appealDays) => {
        const when = erasedFrom(life({ ruling: rejected }), { retentionMonths, appealDays, timeZone });
        expect(when?.getTime()).toBeGreaterThanOrEqual(appealEnd(ruledAt, { appealDays, timeZone }).getTime());
      }),
    );
  });

  it('never in a state that can lead to a place', () => {
    const states = applicationStates.filter(
      (state) => erasedFrom(life({ state, ruling: { outcome: 'admitted', at: ruledAt } }), terms) === null,
    );
    expect(states).toEqual(['submitted', 'under-review', 'returned', 'ruled', 'appealed']);
  });
});
