import { isRefusal } from '../refusal';
import { applicationStates, type BeforeMember, declare, discuss, isBeforeCommission, workOn } from '.';

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);
const read: BeforeMember = { state: 'under-review', reading: 'reads', decides: true };

describe('a member’s work on a dossier', () => {
  it.each<[string, Partial<BeforeMember>, unknown]>([
    ['that they read', {}, true],
    ['on appeal, which they decide', { state: 'appealed' }, true],
    ['on appeal, which others decide', { state: 'appealed', decides: false }, 'admissions.ruled-first'],
    ['that they have not declared on', { reading: 'undeclared' }, 'admissions.declare-first'],
    ['with which they are in conflict', { reading: 'in-conflict' }, 'common.not-found'],
    ['of another commission', { reading: 'outside' }, 'common.not-found'],
    ['that is returned', { state: 'returned' }, 'admissions.not-before-commission'],
    ['that is ruled', { state: 'ruled' }, 'admissions.not-before-commission'],
  ])('%s', (_, dossier, expected) => expect(codeOf(workOn({ ...read, ...dossier }))).toBe(expected));

  it('tells a member in conflict the same in each state', () => {
    const answers = applicationStates.flatMap((state) => [
      workOn({ state, reading: 'in-conflict', decides: false }),
      declare({ state, reading: 'in-conflict' }, { inConflict: true }),
    ]);
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['common.not-found']));
  });

  it('is there in the states that are before the commission, and in no other', () => {
    for (const state of applicationStates) expect(workOn({ ...read, state }) === true).toBe(isBeforeCommission(state));
  });

  it.each([
    ['once they have voted', true, true],
    ['not before', false, 'admissions.vote-before-discussing'],
  ])('is discussed %s', (_, hasVoted, expected) => expect(codeOf(discuss({ hasVoted }))).toBe(expected));
});

describe('a declaration', () => {
  const undeclared = { state: 'submitted', reading: 'undeclared' } as const;
  it.each<[string, Partial<BeforeMember>, boolean, unknown]>([
    ['of no conflict', {}, false, true],
    ['of a conflict', {}, true, true],
    ['while the applicant has the dossier', { state: 'returned' }, false, true],
    ['of a conflict that one learns of later', { reading: 'reads' }, true, true],
    ['of none, once more', { reading: 'reads' }, false, 'admissions.already-declared'],
    ['after the ruling', { state: 'ruled' }, true, 'admissions.not-before-commission'],
    ['on a draft', { state: 'draft' }, false, 'admissions.not-before-commission'],
    ['of somebody who sits elsewhere', { reading: 'outside' }, false, 'common.not-found'],
  ])('%s', (_, dossier, inConflict, expected) => {
    expect(codeOf(declare({ ...undeclared, ...dossier }, { inConflict }))).toBe(expected);
  });
});
