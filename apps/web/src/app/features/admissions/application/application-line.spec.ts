import type { MyApplication } from '@libretto/contracts';
import { lineOf } from './application-line';

type Ruling = NonNullable<NonNullable<MyApplication['application']>['ruling']>;
const ruled = (outcome: Ruling['outcome']): Ruling => ({ outcome, at: '2026-10-19T10:00:00Z', reason: 'So decided.' });

describe('the line of an application', () => {
  it.each([
    ['a draft', 'draft', null, null, 'now to-come to-come to-come to-come'],
    ['submitted', 'submitted', null, null, 'done now to-come to-come to-come'],
    ['before the commission', 'under-review', null, null, 'done done now to-come to-come'],
    ['admitted, with an offer', 'ruled', ruled('admitted'), 'open', 'done done done done now'],
    ['on the waiting list', 'ruled', ruled('waiting-list'), null, 'done done done done now'],
    ['with a place', 'ruled', ruled('admitted'), 'accepted', 'done done done done done'],
    ['with an offer that ran out', 'ruled', ruled('admitted'), 'expired', 'done done done done stopped'],
    ['rejected', 'ruled', ruled('rejected'), null, 'done done done stopped to-come'],
    ['withdrawn', 'withdrawn', null, null, 'done stopped to-come to-come to-come'],
  ] as const)('%s', (_, state, ruling, offer, line) => {
    expect(
      lineOf({ state, ruling, appeal: null }, offer)
        .map(({ is }) => is)
        .join(' '),
    ).toBe(line);
  });

  it('says that changes are requested, before the review that waits for them', () => {
    expect(
      lineOf({ state: 'returned', ruling: null, appeal: null }, null).map(({ station, is }) => `${station}: ${is}`),
    ).toEqual([
      'draft: done',
      'submitted: done',
      'changes: now',
      'commission: to-come',
      'ruling: to-come',
      'place: to-come',
    ]);
  });

  it.each([
    ['under appeal', 'appealed', 'rejected', null, 'done done done done now to-come'],
    ['rejected again', 'ruled', 'rejected', null, 'done done done done stopped to-come'],
    ['admitted on appeal', 'ruled', 'admitted', 'open', 'done done done done done now'],
    ['on the waiting list on appeal', 'ruled', 'waiting-list', null, 'done done done done done now'],
  ] as const)('has a station more: %s', (_, state, outcome, offer, line) => {
    const appeal = { statement: 'The years were confirmed.', at: '2026-10-22T10:00:00Z', first: ruled('rejected') };
    expect(
      lineOf({ state, ruling: ruled(outcome), appeal }, offer)
        .map(({ is }) => is)
        .join(' '),
    ).toBe(line);
  });
});
