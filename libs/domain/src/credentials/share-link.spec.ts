import { isRefusal } from '../refusal';
import { endOfLink, type LinkEnds, linkState, makeLink, mostOpenLinks, withdrawLink } from './share-link';

const now = new Date('2026-11-23T09:00:00Z');
const link = (ends: string, withdrawn?: string): LinkEnds => ({
  endsAt: new Date(ends),
  withdrawnAt: withdrawn ? new Date(withdrawn) : null,
});
const open = link('2026-11-23T09:00:00.001Z');
const ended = link('2026-11-23T09:00:00Z');
const withdrawn = link('2027-01-01T00:00:00Z', '2026-11-22T09:00:00Z');
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);

describe('a link to a credential', () => {
  it.each([
    ['open until the instant at which it ends', open, 'open'],
    ['ended from that instant on', ended, 'ended'],
    ['withdrawn, whatever its time', withdrawn, 'withdrawn'],
    ['withdrawn also where its time has come since', link('2026-11-01T00:00:00Z', '2026-10-01T00:00:00Z'), 'withdrawn'],
  ] as const)('is %s', (_, one, state) => expect(linkState(one, now)).toBe(state));

  it('ends at the same moment of a later day, in UTC', () => {
    expect(endOfLink(new Date('2026-03-28T09:00:00Z'), 7)).toEqual(new Date('2026-04-04T09:00:00Z'));
  });

  it.each([
    ['to a valid one', 'valid', [], true],
    ['beside links that have ended, however many', 'valid', Array(50).fill(ended), true],
    ['not to one that is revoked', 'revoked', [], 'credentials.nothing-to-share'],
    ['not before there is one', null, [], 'credentials.nothing-to-share'],
    ['as the last of as many as may be open', 'valid', Array(mostOpenLinks - 1).fill(open), true],
    ['not beyond them', 'valid', [...Array(mostOpenLinks).fill(open), ended, withdrawn], 'credentials.too-many-links'],
  ] as const)('is made %s', (_, credential, links, expected) =>
    expect(codeOf(makeLink(credential, links as LinkEnds[], now))).toBe(expected),
  );

  it.each([
    ['open', open, true],
    ['ended', ended, 'credentials.link-not-open'],
    ['withdrawn', withdrawn, 'credentials.link-not-open'],
  ] as const)('is withdrawn while it is open: %s', (_, one, expected) =>
    expect(codeOf(withdrawLink(one, now))).toBe(expected),
  );
});
