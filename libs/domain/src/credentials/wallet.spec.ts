import { isRefusal } from '../refusal';
import { endOfFetching, endOfOffer, mostTries, offerToWallet, redeemOffer } from './wallet';

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
});
