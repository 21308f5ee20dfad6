import fc from 'fast-check';
import { answerEnd, applicationStates, isInTime, markOf, returnWith } from '.';
import { isRefusal } from '../refusal';

const refusalOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);

describe('a return', () => {
  const dossier = { state: 'under-review' as const, chairId: 'carmen', fields: ['degrees', 'posts', 'own.visits'] };
  const asks = (...fields: string[]) => fields.map((field) => ({ field, text: 'From when to when?' }));
  it.each([
    ['asks about some fields', dossier, 'carmen', asks('posts', 'own.visits'), true],
    ['by somebody else', dossier, 'marko', asks('posts'), 'admissions.not-the-chair'],
    ['where nobody can chair', { ...dossier, chairId: null }, 'carmen', asks('posts'), 'admissions.not-the-chair'],
    ['without a question', dossier, 'carmen', [], 'admissions.nothing-asked'],
    [
      'about a field that the form does not have',
      dossier,
      'carmen',
      asks('posts', 'own.shoes'),
      'admissions.unknown-field',
    ],
    ['about a field twice', dossier, 'carmen', asks('posts', 'posts'), 'admissions.asked-twice'],
  ])('%s', (_, it, by, questions, expected) => expect(refusalOf(returnWith(it, by, questions))).toBe(expected));

  it('is made of what is under review only', () => {
    const possible = applicationStates.filter(
      (state) => returnWith({ ...dossier, state }, 'carmen', asks('posts')) === true,
    );
    expect(possible).toEqual(['under-review']);
  });
});

describe('the answer to a return', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  it.each([
    [7, '2026-12-14', '2026-11-30T09:00:00.000Z'],
    [7, '2026-11-30', '2026-11-29T09:00:00.000Z'],
    [7, '2026-11-25', '2026-11-24T09:00:00.000Z'],
    [1, '2026-11-25', '2026-11-24T09:00:00.000Z'],
    [7, '2026-11-24', 'admissions.no-time-to-answer'],
    [7, '2026-10-01', 'admissions.no-time-to-answer'],
  ])('within %s days, before an edition that starts on %s: %s', (days, startsOn, expected) => {
    const until = answerEnd(days, { startsOn, timeZone: 'Europe/Rome' }, now);
    expect(until instanceof Date ? until.toISOString() : until.refused).toBe(expected);
  });

  it('is awaited for a day at least and never longer than the programme says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.date({ min: new Date('2026-11-01'), max: new Date('2027-01-31'), noInvalidDate: true }),
        (days, start) => {
          const until = answerEnd(days, { startsOn: start.toISOString().slice(0, 10), timeZone: 'Europe/Rome' }, now);
          if (!(until instanceof Date)) return;
          const given = (until.getTime() - now.getTime()) / 86_400_000;
          expect(given).toBeGreaterThanOrEqual(1);
          expect(given).toBeLessThanOrEqual(days);
        },
      ),
    );
  });

  it.each([
    [1, null, false, 'new'],
    [1, null, true, null],
    [1, 1, false, null],
    [2, 1, true, 'changed'],
    [3, 1, false, 'changed'],
    [3, 3, false, null],
  ])('version %s, looked at %s, voted %s: %s', (version, lookedAt, hasVoted, mark) =>
    expect(markOf(version, { lookedAt, hasVoted })).toBe(mark),
  );

  const tomorrow = new Date('2026-11-24T09:00:00Z');
  it.each([
    ['a draft while applications are taken', { takesApplications: true, answerUntil: null }, true],
    ['a draft afterwards', { takesApplications: false, answerUntil: null }, 'admissions.not-open'],
    ['an answer after the edition’s deadline', { takesApplications: false, answerUntil: tomorrow }, true],
    ['an answer on the last moment', { takesApplications: true, answerUntil: now }, 'admissions.answer-too-late'],
  ])('is in time: %s', (_, when, expected) => expect(refusalOf(isInTime(when, now))).toBe(expected));
});
