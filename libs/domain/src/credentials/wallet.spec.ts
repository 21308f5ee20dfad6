import { isRefusal } from '../refusal';
import { deadEnds, unreachableStates } from '../process';
import {
  copyAfter,
  copyProcess,
  endOfFetching,
  endOfOffer,
  mayGiveCopies,
  mostAnswers,
  mostTries,
  offerToWallet,
  redeemOffer,
  tokenHolds,
} from './wallet';

const now = new Date('2026-11-23T09:00:00Z');
const offer = (parts: object = {}) => ({ endsAt: endOfOffer(now), tries: 0, redeemedAt: null, ...parts });

describe('an offer to a wallet', () => {
  it('is made of a valid credential only', () => {
    expect(offerToWallet('valid')).toBe(true);
    for (const state of ['revoked', 'superseded', 'suspended', null] as const)
      expect(isRefusal(offerToWallet(state))).toBe(true);
  });

  it.each([
    ['with the right code', offer(), true, 'redeemed'],
    ['with a wrong one', offer(), false, 'wrong-code'],
    ['at the last try', offer({ tries: mostTries - 1 }), true, 'redeemed'],
    ['after it, even with the right one', offer({ tries: mostTries }), true, 'gone'],
    ['twice', offer({ redeemedAt: now }), true, 'gone'],
    ['in its last moment', offer({ endsAt: new Date(now.getTime() + 1) }), true, 'redeemed'],
    ['when it has ended', offer({ endsAt: now }), true, 'gone'],
  ] as const)('is redeemed %s: %#', (_, one, hasRightCode, expected) =>
    expect(redeemOffer(one, hasRightCode, now)).toBe(expected),
  );

  it('lasts for minutes, and so does the time to fetch', () => {
    expect(endOfOffer(now)).toEqual(new Date('2026-11-23T09:10:00Z'));
    expect(endOfFetching(now)).toEqual(new Date('2026-11-23T09:10:00Z'));
  });

  it('is answered with copies while its token holds, a few times, and of a valid credential only', () => {
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    expect([0, 9, 10].map((minutes) => tokenHolds({ redeemedAt: now }, later(minutes)))).toEqual([true, true, false]);
    expect(tokenHolds({ redeemedAt: null }, now)).toBe(false);
    expect([0, mostAnswers - 1, mostAnswers].map((answers) => mayGiveCopies('valid', answers))).toEqual([
      true,
      true,
      false,
    ]);
    for (const state of ['suspended', 'superseded', 'revoked', undefined] as const)
      expect(mayGiveCopies(state, 0)).toBe(false);
  });
});

describe('a copy in a wallet', () => {
  it('has no state that is never reached or never left for an end', () => {
    expect(unreachableStates(copyProcess, 'given')).toEqual([]);
    expect(deadEnds(copyProcess, ['stored', 'failed', 'deleted'])).toEqual([]);
  });

  it.each([
    ['given', 'stored', 'stored'],
    ['stored', 'stored', 'stored'],
    ['stored', 'deleted', 'deleted'],
    ['deleted', 'stored', 'deleted'],
    ['failed', 'deleted', 'failed'],
  ] as const)('that is %s and said to be %s is %s', (state, said, after) => {
    expect(copyAfter(state, said)).toBe(after);
  });
});
