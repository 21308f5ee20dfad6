import { unreachableStates } from '../process';
import {
  applicationProcess,
  applicationStates,
  awaitsRuling,
  canBeEdited,
  canBeWithdrawn,
  isBeforeCommission,
} from '.';

describe('the way of an application', () => {
  it('reaches every state', () => expect(unreachableStates(applicationProcess, 'draft')).toEqual([]));

  it('ends by being withdrawn, and otherwise always leads to a ruling', () => {
    const ends = applicationStates.filter((state) => applicationProcess[state].to.length === 0);
    expect(ends).toEqual(['withdrawn']);
    for (const state of applicationStates.filter((one) => !ends.includes(one) && one !== 'ruled'))
      expect(unreachableStates(applicationProcess, state)).not.toContain('ruled');
  });

  it('goes back and forth between the commission and the applicant, and never stays with the applicant', () => {
    expect(applicationStates.filter((state) => applicationProcess[state].to.includes('returned'))).toEqual([
      'under-review',
    ]);
    expect(applicationProcess.returned.to).toEqual(['submitted', 'withdrawn']);
  });

  it.each([
    ['draft', true, true, false, false],
    ['submitted', false, true, true, true],
    ['under-review', false, true, true, true],
    ['returned', true, true, false, true],
    ['ruled', false, false, false, false],
    ['appealed', false, false, true, true],
    ['withdrawn', false, false, false, false],
  ] as const)(
    '%s: edited %s, withdrawn %s, before the commission %s, awaits its ruling %s',
    (state, edited, withdrawn, before, awaits) => {
      expect([canBeEdited(state), canBeWithdrawn(state), isBeforeCommission(state), awaitsRuling(state)]).toEqual([
        edited,
        withdrawn,
        before,
        awaits,
      ]);
    },
  );
});
