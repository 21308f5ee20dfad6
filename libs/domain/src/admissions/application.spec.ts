import { unreachableStates } from '../process';
import { applicationProcess, applicationStates, canBeEdited, canBeWithdrawn, isBeforeCommission } from '.';

describe('the way of an application', () => {
  it('reaches every state', () => expect(unreachableStates(applicationProcess, 'draft')).toEqual([]));

  it('ends by being withdrawn, and otherwise always leads to a ruling', () => {
    const ends = applicationStates.filter((state) => applicationProcess[state].to.length === 0);
    expect(ends).toEqual(['withdrawn']);
    for (const state of applicationStates.filter((one) => !ends.includes(one) && one !== 'ruled'))
      expect(unreachableStates(applicationProcess, state)).not.toContain('ruled');
  });

  it.each([
    ['draft', true, true, false],
    ['submitted', false, true, true],
    ['under-review', false, true, true],
    ['returned', true, true, false],
    ['ruled', false, false, false],
    ['appealed', false, false, true],
    ['withdrawn', false, false, false],
  ] as const)('%s: edited %s, withdrawn %s, before the commission %s', (state, edited, withdrawn, before) => {
    expect([canBeEdited(state), canBeWithdrawn(state), isBeforeCommission(state)]).toEqual([edited, withdrawn, before]);
  });
});
