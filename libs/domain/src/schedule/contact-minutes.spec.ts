import { contactPlanned, unevenModules } from './contact-minutes';
import type { SessionState } from './session';

const withContact = (number: number, contact: number) => ({ number, minutes: { contact } });
const session = (moduleNumber: number, from: string, to: string, state: SessionState = 'planned') => ({
  moduleNumber,
  state,
  startsAt: new Date(`2027-03-28T${from}Z`),
  endsAt: new Date(`2027-03-28T${to}Z`),
});

describe('planned contact minutes', () => {
  it.each([
    ['nothing planned', [], 0, true],
    ['as many as the programme says', [session(1, '08:00', '09:00'), session(1, '10:00', '11:00', 'held')], 120, false],
    ['fewer', [session(1, '08:00', '09:59')], 119, true],
    ['more', [session(1, '08:00', '10:01')], 121, true],
    ['a cancelled one beside', [session(1, '08:00', '10:00'), session(1, '10:00', '11:00', 'cancelled')], 120, false],
    ['one of another module beside', [session(1, '08:00', '10:00'), session(2, '10:00', '11:00')], 120, false],
  ])('%s', (_, sessions, planned, isUneven) => {
    const modules = contactPlanned([withContact(1, 120)], sessions);
    expect(modules).toEqual([{ number: 1, planned, notional: 120 }]);
    expect(unevenModules(modules)).toEqual(isUneven ? modules : []);
  });

  it('a module without contact needs no session', () => {
    expect(unevenModules(contactPlanned([withContact(1, 0)], []))).toEqual([]);
  });
});
