import type { EditionRole } from '../accounts';
import { unreachableStates } from '../process';
import { isRefusal } from '../refusal';
import {
  changeIn,
  checkDates,
  closeEdition,
  editionProcess,
  isOver,
  mayBeAssigned,
  mayHaveCapacity,
  needsOf,
  needsToOpen,
  openEdition,
  takesApplications,
} from './edition';

const at = (instant: string) => new Date(instant);

describe('an edition', () => {
  it('reaches every state', () => {
    expect(unreachableStates(editionProcess, 'draft')).toEqual([]);
  });

  it.each([
    ['2026-11-02', '2026-12-04', '2026-10-16T21:59:00Z', true],
    ['2026-11-02', '2026-11-02', '2026-11-01T23:59:00Z', true],
    ['2026-11-02', '2026-11-01', '2026-10-16T21:59:00Z', 'editions.ends-before-it-starts'],
    ['2026-11-02', '2026-12-04', '2026-11-02T00:00:00Z', 'editions.closes-after-start'],
  ])('from %s to %s, applications until %s: %s', (startsOn, endsOn, closes, expected) => {
    const answer = checkDates({ startsOn, endsOn, applicationsCloseAt: at(closes) });
    expect(answer === true ? true : answer.refused).toBe(expected);
  });

  it.each([
    ['draft', '2026-10-01T00:00:00Z', false],
    ['open', '2026-10-01T00:00:00Z', true],
    ['open', '2026-10-16T21:59:00Z', false],
    ['closed', '2026-10-01T00:00:00Z', false],
  ] as const)('that is %s takes applications at %s: %s', (state, now, expected) => {
    expect(takesApplications({ state, applicationsCloseAt: at('2026-10-16T21:59:00Z') }, at(now))).toBe(expected);
  });

  it.each<[string, [string, EditionRole][], string[]]>([
    ['nobody', [], ['chair', 'deputy', 'commission', 'tutor']],
    [
      'a chair, a deputy and a tutor',
      [
        ['a', 'chair'],
        ['b', 'deputy'],
        ['c', 'tutor'],
      ],
      ['commission'],
    ],
    [
      'a chair who is counted once',
      [
        ['a', 'chair'],
        ['a', 'member'],
        ['b', 'deputy'],
        ['c', 'tutor'],
      ],
      ['commission'],
    ],
    [
      'everybody',
      [
        ['a', 'chair'],
        ['b', 'deputy'],
        ['c', 'member'],
        ['c', 'tutor'],
      ],
      [],
    ],
  ])('with %s still needs', (_, people, needs) => {
    expect(needsOf(people.map(([accountId, role]) => ({ accountId, role })))).toEqual(needs);
  });

  it.each([
    ['2026-11-02', '2026-11-02', 300, false],
    ['2026-11-02', '2026-11-02', 12, true],
    ['2026-10-20', '2026-11-12', 300, false],
    ['2026-10-20', '2026-11-13', 300, true],
    ['2028-02-28', '2028-03-01', 36, true],
    ['2026-11-02', '2026-11-11', 125, false],
  ])('from %s to %s holds %d hours: %s', (startsOn, endsOn, hours, holds) => {
    const people = [
      ['a', 'chair'],
      ['b', 'deputy'],
      ['c', 'member'],
      ['c', 'tutor'],
    ] as const;
    expect(
      needsToOpen(
        people.map(([accountId, role]) => ({ accountId, role })),
        { startsOn, endsOn },
        { hours, markers: 1 },
      ),
    ).toEqual(holds ? [] : ['days']);
  });

  it('needs as many tutors as mark each work', () => {
    const held = (...tutors: string[]) =>
      [['a', 'chair'], ['b', 'deputy'], ['c', 'member'], ...tutors.map((one) => [one, 'tutor'])].map(
        ([accountId, role]) => ({ accountId, role }) as Parameters<typeof needsOf>[0][number],
      );
    const needs = (...tutors: string[]) =>
      needsToOpen(held(...tutors), { startsOn: '2026-11-02', endsOn: '2026-11-13' }, { hours: 12, markers: 2 });
    expect([needs(), needs('d'), needs('d', 'e')]).toEqual([['tutor'], ['second-marker'], []]);
  });

  it.each<[Parameters<typeof mayBeAssigned>[0], EditionRole[], string | true]>([
    ['tutor', ['member'], true],
    ['member', ['participant'], 'editions.takes-part'],
    ['deputy', ['chair'], 'editions.own-deputy'],
    ['chair', ['deputy', 'member'], 'editions.own-deputy'],
    ['chair', ['member'], true],
  ])('makes a %s of somebody who is %j: %s', (role, held, expected) => {
    const answer = mayBeAssigned(role, held);
    expect(answer === true ? true : answer.refused).toBe(expected);
  });

  it.each([
    ['draft', 25, 20, true],
    ['open', 25, 30, true],
    ['open', 25, 24, false],
    ['closed', 25, 24, false],
  ] as const)('that is %s may go from %d to %d places: %s', (state, before, after, expected) => {
    expect(mayHaveCapacity(state, before, after) === true).toBe(expected);
  });

  it.each([
    ['Europe/Rome', '2026-12-11T22:59:59Z', false],
    ['Europe/Rome', '2026-12-11T23:00:00Z', true],
    ['America/New_York', '2026-12-12T04:59:59Z', false],
    ['America/New_York', '2026-12-12T05:00:00Z', true],
  ])('whose last day is 11 December in %s is over at %s: %s', (timeZone, instant, expected) => {
    expect(isOver({ endsOn: '2026-12-11', timeZone }, at(instant))).toBe(expected);
  });
});

describe('the steps of an edition', () => {
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);
  const draft = { state: 'draft' as const, applicationsCloseAt: at('2026-10-16T21:59:00Z') };
  it.each([
    ['that has all opens', draft, [], '2026-10-01T00:00:00Z', 'open'],
    ['that lacks somebody does not', draft, ['chair' as const], '2026-10-01T00:00:00Z', 'editions.not-ready'],
    ['that has no time left does not', draft, [], '2026-10-16T21:59:00Z', 'editions.deadline-is-past'],
    [
      'that is open does not',
      { ...draft, state: 'open' as const },
      [],
      '2026-10-01T00:00:00Z',
      'editions.no-such-step',
    ],
  ])('one %s', (_, edition, needs, now, expected) => {
    expect(codeOf(openEdition(edition, needs, at(now)))).toBe(expected);
  });

  const open = { state: 'open' as const, endsOn: '2026-12-04', timeZone: 'Europe/Rome' };
  it.each([
    ['closes after its last day', open, '2026-12-05T00:00:00Z', 'closed'],
    ['not on it, on its own clocks', open, '2026-12-04T22:59:00Z', 'editions.not-over'],
    ['not before it opened', { ...open, state: 'draft' as const }, '2026-12-05T00:00:00Z', 'editions.no-such-step'],
    ['once', { ...open, state: 'closed' as const }, '2026-12-05T00:00:00Z', 'editions.no-such-step'],
  ])('%s', (_, edition, now, expected) => expect(codeOf(closeEdition(edition, at(now)))).toBe(expected));

  it.each([
    ['draft', true],
    ['open', true],
    ['closed', 'editions.is-closed'],
  ] as const)('change while it is %s: %s', (state, expected) => expect(codeOf(changeIn(state))).toBe(expected));
});
