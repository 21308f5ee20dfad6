import fc from 'fast-check';
import { deadlineOf, deadlineSetFor, reopenedAt, type SetDeadline, type Whose } from './deadlines';

const day = (number: number) => new Date(Date.UTC(2026, 11, number));
const set = (until: number, values: Partial<SetDeadline> = {}): SetDeadline => ({
  attempt: 1,
  until: day(until),
  reason: null,
  at: day(1),
  groupId: null,
  enrolmentId: null,
  personsGroup: null,
  ...values,
});
const usual = day(11);
const ofGroup: Whose = { groupId: 'g' };

describe('a deadline', () => {
  it.each<[string, SetDeadline[], Whose, number]>([
    ['of nobody in particular', [], {}, 11],
    ['for everybody', [set(14)], ofGroup, 14],
    ['set twice: the newer', [set(14), set(16)], ofGroup, 16],
    ['of another attempt', [set(14, { attempt: 2 })], ofGroup, 11],
    ['for the group', [set(18, { groupId: 'g' })], ofGroup, 18],
    ['for another group', [set(18, { groupId: 'h' })], ofGroup, 11],
    ['for the group, earlier than for everybody', [set(13, { groupId: 'g' }), set(15)], ofGroup, 15],
    ['for a member', [set(20, { enrolmentId: 'e', personsGroup: 'g' })], ofGroup, 20],
    ['for a member who has moved away', [set(20, { enrolmentId: 'e', personsGroup: 'h' })], ofGroup, 11],
    ['for somebody who works alone', [set(20, { enrolmentId: 'e' })], { enrolmentId: 'e' }, 20],
    ['for somebody else who works alone', [set(20, { enrolmentId: 'f' })], { enrolmentId: 'e' }, 11],
    ['for somebody without a group, asked of no group', [set(20, { enrolmentId: 'e' })], { groupId: null }, 11],
  ])('%s', (_, all, whose, expected) => {
    expect(deadlineOf(all, 1, usual, whose).until).toEqual(day(expected));
  });

  it.each<[string, SetDeadline[], number | null]>([
    ['nobody set one', [], null],
    ['one was set for another group', [set(18, { groupId: 'h' })], null],
    ['one was set for another attempt', [set(18, { attempt: 2 })], null],
    ['one was set for everybody, and then one for another group', [set(14), set(18, { groupId: 'h' })], 14],
    ['one was set for the group', [set(14), set(18, { groupId: 'g' })], 18],
  ])('is set for a group where %s', (_, all, expected) => {
    expect(deadlineSetFor(all, 1, ofGroup)).toEqual(expected && day(expected));
  });

  it.each<[string, SetDeadline[], number | null]>([
    ['never, where nobody set one', [], null],
    ['never, where it had not passed', [set(14, { at: day(10) }), set(18, { at: day(13) })], null],
    ['when it had passed', [set(14, { at: day(12) })], 12],
    ['when it had passed for the last time', [set(14, { at: day(12) }), set(18, { at: day(16) })], 16],
    ['when it had passed, not when it was moved again', [set(14, { at: day(12) }), set(18, { at: day(13) })], 12],
    ['never, where the group had more time anyway', [set(20, { groupId: 'g' }), set(18, { at: day(12) })], null],
    ['never by time for others', [set(14, { at: day(12), groupId: 'h' })], null],
    ['by a member’s time', [set(14, { at: day(12), enrolmentId: 'e', personsGroup: 'g' })], 12],
    ['never by time for another attempt', [set(14, { at: day(12), attempt: 2 })], null],
  ])('was reopened for a group %s', (_, all, expected) => {
    expect(reopenedAt(all, 1, usual, ofGroup)).toEqual(expected && day(expected));
  });

  it('gives its reason', () => {
    const set14 = set(14, { reason: 'A strike.' });
    expect(deadlineOf([set14, set(12, { groupId: 'g', reason: 'Illness.' })], 1, usual, ofGroup).reason).toBe(
      'A strike.',
    );
  });

  it('is never earlier for a group than for everybody', () => {
    const one = fc
      .record({
        until: fc.integer({ min: 1, max: 30 }),
        groupId: fc.constantFrom(null, 'g', 'h'),
        enrolmentId: fc.constantFrom(null, 'e', 'f'),
        personsGroup: fc.constantFrom(null, 'g', 'h'),
      })
      .map(({ until, groupId, ...person }) => set(until, groupId ? { groupId } : person));
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const forAll = deadlineOf(all, 1, usual).until.getTime();
        for (const whose of [{ groupId: 'g' }, { groupId: 'h' }, { enrolmentId: 'e' }])
          expect(deadlineOf(all, 1, usual, whose).until.getTime()).toBeGreaterThanOrEqual(forAll);
      }),
    );
  });
});
