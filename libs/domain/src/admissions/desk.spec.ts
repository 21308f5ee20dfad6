import {
  type Acquaintance,
  asItLiesBefore,
  type DeskStep,
  deskStepOf,
  deskSteps,
  isInHand,
  type OnTheDesk,
  readingOf,
  votesThatCount,
} from '.';

const read: OnTheDesk = { state: 'under-review', reads: true, hasVoted: false, findings: 0, criteria: 3 };

describe('the step of a dossier on the desk', () => {
  it.each<[string, Partial<OnTheDesk>, DeskStep]>([
    ['that just arrived', { state: 'submitted', reads: false }, 'to-declare'],
    ['that others review already', { reads: false }, 'to-declare'],
    ['that is with its applicant, and was never declared on', { state: 'returned', reads: false }, 'to-declare'],
    ['that is with its applicant', { state: 'returned' }, 'returned'],
    ['that is with its applicant, after one’s vote', { state: 'returned', hasVoted: true }, 'returned'],
    ['with nothing found', {}, 'to-find'],
    ['with a criterion to go', { findings: 2 }, 'to-find'],
    ['with all criteria found', { findings: 3 }, 'to-vote'],
    ['of a programme without criteria', { criteria: 0 }, 'to-vote'],
    ['voted on', { findings: 3, hasVoted: true }, 'voted'],
    ['voted on under criteria that have since become more', { findings: 3, criteria: 4, hasVoted: true }, 'voted'],
    ['ruled on', { state: 'ruled', findings: 3, hasVoted: true }, 'ruled'],
    ['ruled on without one', { state: 'ruled', reads: false }, 'ruled'],
    ['on appeal', { state: 'appealed' }, 'to-find'],
    ['on appeal, never declared on', { state: 'appealed', reads: false }, 'to-declare'],
  ])('%s', (_, dossier, step) => expect(deskStepOf({ ...read, ...dossier })).toBe(step));

  it('is work in hand between declaring and the ruling', () => {
    expect(deskSteps.filter(isInHand)).toEqual(['to-find', 'to-vote', 'voted']);
  });
});

describe('how a member stands to a dossier', () => {
  const declared: Acquaintance = {
    state: 'under-review',
    isMember: true,
    isInConflict: false,
    hasDeclared: true,
    isAsked: false,
  };
  it.each<[string, Partial<Acquaintance>, string]>([
    ['one who declared that there is no conflict', {}, 'reads'],
    ['one who has not declared', { hasDeclared: false }, 'undeclared'],
    ['one who is in conflict whatever they declared', { isInConflict: true }, 'in-conflict'],
    ['somebody who sits elsewhere', { isMember: false }, 'outside'],
    ['somebody who sits elsewhere and has declared once', { isMember: false, isInConflict: true }, 'outside'],
    ['one of whom the applicant claims something', { isAsked: true }, 'undeclared'],
    [
      'one of whom they claim something while the dossier is returned',
      { state: 'returned', isAsked: true },
      'undeclared',
    ],
    ['one of whom they claim something on appeal', { state: 'appealed', isAsked: true }, 'undeclared'],
    ['one of whom they claimed something, once it is ruled', { state: 'ruled', isAsked: true }, 'reads'],
  ])('%s', (_, known, reading) => expect(readingOf({ ...declared, ...known })).toBe(reading));
});

describe('an application as it lies before a member', () => {
  const appealed = { id: 'one', state: 'appealed', round: 2, version: 3 } as const;
  it('is on appeal before those who decide on it', () => {
    expect(asItLiesBefore(appealed, () => true)).toBe(appealed);
  });
  it('stays before the others as it was ruled on', () => {
    expect(asItLiesBefore({ ...appealed }, () => false)).toEqual({ id: 'one', state: 'ruled', round: 1, version: 2 });
  });
  it.each(['submitted', 'under-review', 'returned', 'ruled'] as const)('is the same before all while %s', (state) => {
    const application = { state, round: 2, version: 3 } as const;
    expect(asItLiesBefore(application, () => false)).toBe(application);
  });
});

describe('the votes that count', () => {
  const vote = (accountId: string, number: number, applicationId = 'one') => ({ applicationId, accountId, number });
  it.each([
    ['none', [], []],
    ['one each', [vote('ines', 1), vote('jean', 1)], ['ines 1', 'jean 1']],
    ['the last of each', [vote('ines', 1), vote('jean', 1), vote('ines', 2)], ['ines 2', 'jean 1']],
    ['the last, in whichever order they come', [vote('ines', 3), vote('ines', 1), vote('ines', 2)], ['ines 3']],
    ['one on each application', [vote('ines', 1), vote('ines', 2, 'two')], ['ines 1', 'ines 2']],
  ])('%s', (_, votes, expected) =>
    expect(votesThatCount(votes).map(({ accountId, number }) => `${accountId} ${number}`)).toEqual(expected),
  );
});
