import { become, type Process, unreachableStates } from './process';

const door: Process<'open' | 'closed' | 'bricked'> = {
  open: { to: ['closed'] },
  closed: { to: ['open'] },
  bricked: { to: [] },
};

describe('a process', () => {
  it('takes a step that its table allows', () => {
    expect(become(door, 'open', 'closed', 'common.no-such-step')).toBe('closed');
  });

  it('refuses any other step', () => {
    expect(become(door, 'open', 'bricked', 'common.no-such-step')).toEqual({
      refused: 'common.no-such-step',
      numbers: {},
    });
  });

  it('names the states that nothing leads to', () => {
    expect(unreachableStates(door, 'open')).toEqual(['bricked']);
  });
});
