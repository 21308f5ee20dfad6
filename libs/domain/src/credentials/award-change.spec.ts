import { isRefusal } from '../refusal';
import { type AwardChange, changeAward, type ChangingAward } from './award-change';

const valid: ChangingAward = {
  issuing: { state: 'issued', fault: null, waitsForLearner: false, credential: { fault: null } },
  credential: { state: 'valid', namesSuspensions: true },
  isOwn: false,
  hasApproved: false,
};
const stopped: ChangingAward = {
  issuing: { state: 'stopped', fault: null, waitsForLearner: false, credential: null },
  credential: null,
  isOwn: false,
  hasApproved: false,
};
const unapproved: ChangingAward = { ...stopped, issuing: { ...stopped.issuing, state: 'unapproved' } };
const as = (state: 'suspended' | 'revoked'): ChangingAward => ({
  ...valid,
  credential: { state, namesSuspensions: true },
});

describe('a change of an award', () => {
  it.each<[AwardChange, string, ChangingAward, string]>([
    ['suspend', 'a valid one', valid, 'suspended'],
    ['suspend', 'one that is suspended', as('suspended'), 'credentials.is-suspended'],
    ['suspend', 'one that is revoked', as('revoked'), 'credentials.not-valid'],
    ['suspend', 'one without a credential', stopped, 'credentials.not-signed'],
    ['suspend', 'one’s own', { ...valid, isOwn: true }, 'credentials.is-own'],
    ['reinstate', 'one that is suspended', as('suspended'), 'valid'],
    ['reinstate', 'a valid one', valid, 'credentials.not-suspended'],
    ['reinstate', 'one’s own', { ...as('suspended'), isOwn: true }, 'credentials.is-own'],
    ['revoke', 'a valid one', valid, 'revoked'],
    ['revoke', 'one that is suspended', as('suspended'), 'revoked'],
    ['revoke', 'one that is revoked', as('revoked'), 'credentials.not-valid'],
    ['revoke', 'one without a credential', stopped, 'credentials.not-signed'],
    ['revoke', 'one’s own', { ...valid, isOwn: true }, 'credentials.is-own'],
    ['retry', 'one that stopped', stopped, 'issue'],
    ['retry', 'one’s own, about which nothing is decided', { ...stopped, isOwn: true }, 'issue'],
    ['retry', 'a valid one', valid, 'credentials.nothing-to-retry'],
    ['retry', 'one that waits for approval', unapproved, 'credentials.waits-for-approval'],
    ['approve', 'one that waits for it', unapproved, 'true'],
    ['approve', 'one’s own', { ...unapproved, isOwn: true }, 'credentials.is-own'],
    [
      'approve',
      'one that the same person approved',
      { ...unapproved, hasApproved: true },
      'credentials.approved-already',
    ],
    ['approve', 'a valid one', valid, 'credentials.nothing-to-approve'],
  ])('%s: %s becomes %s', (change, _, award, expected) => {
    const answer = changeAward(change, award);
    expect(isRefusal(answer) ? answer.refused : String(answer)).toBe(expected);
  });
});
