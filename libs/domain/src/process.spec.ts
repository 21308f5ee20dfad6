import { become, type Process, unreachableStates } from './process';

const door: Process<'open' | 'closed' | 'bricked'> = {
  open: { to: ['closed'] },
  closed: { to: ['open'] },
  bricked: { to: [] },
};

describe('a process', () => {
  it('takes a step that its table allows', () => {
    expect(become(door, 'open', 'closed', 'doors.no-such-step')).toBe('closed');
  });

  it('refuses any other step and says which it was', () => {
    expect(become(door, 'open', 'bricked', 'doors.no-such-step')).toEqual({
      refused: 'doors.no-such-step',
      numbers: { from: 'open', to: 'bricked' },
    });
  });

  it('names the states that nothing leads to', () => {
    expect(unreachableStates(door, 'open')).toEqual(['bricked']);
  });
});
