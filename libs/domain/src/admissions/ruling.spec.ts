import fc from 'fast-check';
import { isRefusal } from '../refusal';
import {
  type AdmissionTerms,
  baseOf,
  castVote,
  decide,
  type Deliberation,
  exceptionFindings,
  type Finding,
  findings,
  lackOf,
  mostOf,
  outcomeOf,
  quorumStanding,
  ruleOn,
  seesOthers,
  type VoteChoice,
  voteChoices,
} from '.';

const terms: AdmissionTerms = {
  criteria: [
    { id: 'degree', kind: 'required' },
    { id: 'english', kind: 'preferred' },
  ],
  knowsException: true,
};
const [conditions, background] = exceptionFindings;
const everything = { degree: 'met', english: 'met' } as const;
const exceptional = { degree: 'not-met', english: 'met', [conditions]: 'met', [background]: 'met' } as const;
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.split('.')[1] : answer);

type Mind = [choice: VoteChoice, found: Readonly<Record<string, Finding>>];
const members = ['chair', 'deputy', 'ines', 'jean', 'pilar'];
/** The commission of five with these findings and votes, in that order. */
function deliberation(minds: (Mind | null)[], changes: Partial<Deliberation> = {}): Deliberation {
  const said = minds.flatMap((mind, at) => (mind ? [{ accountId: members[at] as string, mind }] : []));
  return {
    state: 'under-review',
    terms,
    members: members.map((accountId, at) => ({ accountId, role: at === 0 ? 'chair' : at === 1 ? 'deputy' : 'member' })),
    inConflict: new Set(),
    asked: new Set(),
    first: null,
    votes: said.map(({ accountId, mind: [choice] }) => ({ accountId, choice })),
    findings: said.flatMap(({ accountId, mind: [, found] }) =>
      Object.entries(found).map(([criterionId, finding]) => ({ accountId, criterionId, finding })),
    ),
    ...changes,
  };
}
const admit: Mind = ['admit', everything];
const except: Mind = ['admit-by-exception', exceptional];
const reject: Mind = ['reject', { degree: 'not-met', english: 'not-evidenced' }];

describe('most of them', () => {
  const said = (...choices: VoteChoice[]) =>
    choices.map((choice, at) => ({ accountId: members[at] as string, choice }));
  it.each([
    ['a majority', said('reject', 'admit', 'admit'), 'admit', false],
    ['the most of three', said('reject', 'admit', 'admit', 'admit-by-exception'), 'admit', false],
    ['a tie that the chair decides', said('reject', 'admit'), 'reject', true],
    [
      'a tie without the chair',
      said('admit', 'reject').map((one) => ({ ...one, accountId: `not-${one.accountId}` })),
      null,
      false,
    ],
    ['a tie of two others', said('admit-by-exception', 'admit', 'admit', 'reject', 'reject'), null, false],
    ['nobody', said(), null, false],
  ])('%s', (_, votes, choice, decidedByChair) => {
    expect(mostOf(voteChoices, votes, 'chair')).toMatchObject({ choice, decidedByChair });
  });
});

describe('a vote', () => {
  it.each<[string, Record<string, Finding>, VoteChoice, string, unknown]>([
    ['to admit', everything, 'admit', 'Convincing.', true],
    ['to reject what meets everything', everything, 'reject', 'The motivation is copied.', true],
    ['before all criteria are found', { degree: 'met' }, 'admit', 'Convincing.', 'findings-missing'],
    ['without a reason', everything, 'admit', '  ', 'reason-missing'],
    ['to admit over a missed required criterion', reject[1], 'admit', 'Convincing.', 'required-criterion-missed'],
    ['to admit over a missed preferred one', { degree: 'met', english: 'not-met' }, 'admit', 'Fine.', true],
    ['for an exception with both findings', exceptional, 'admit-by-exception', 'Fled the war.', true],
    [
      'for an exception with one',
      { ...exceptional, [background]: 'not-evidenced' },
      'admit-by-exception',
      'x',
      'exception-not-shown',
    ],
  ])('%s', (_, found, choice, reason, expected) => {
    expect(codeOf(castVote(terms, found, { choice, reason }))).toBe(expected);
  });

  it('is for no exception where the programme knows none', () => {
    const strict = { ...terms, knowsException: false };
    expect(codeOf(castVote(strict, exceptional, { choice: 'admit-by-exception', reason: 'x' }))).toBe('no-exception');
    expect(castVote(strict, reject[1], { choice: 'admit', reason: 'x' })).toMatchObject({
      numbers: { missed: 1, exception: 'none' },
    });
    // Votes that were cast before the edition moved to a version without one.
    expect(codeOf(decide({ ...deliberation([except, except, reject]), terms: strict }))).toBe('no-exception');
  });

  it.each([
    [false, false, false],
    [true, false, true],
    [false, true, true],
  ])('shows the others’ once cast (%s) or ruled (%s): %s', (hasVoted, isRuled, sees) => {
    expect(seesOthers({ hasVoted, isRuled })).toBe(sees);
  });
});

describe('a decision', () => {
  it.each<[string, Deliberation, unknown]>([
    ['two of five are no quorum', deliberation([admit, admit]), 'quorum-missing'],
    ['three of five are', deliberation([admit, admit, admit]), 'admitted'],
    ['conflicts lower the base', deliberation([admit, admit], { inConflict: new Set(['jean', 'pilar']) }), 'admitted'],
    [
      'the votes of those in conflict do not count',
      deliberation([admit, admit, admit], { inConflict: new Set(['ines']) }),
      'quorum-missing',
    ],
    ['one alone is never enough', deliberation([admit], { inConflict: new Set(members.slice(1)) }), 'quorum-missing'],
    ['most reject', deliberation([admit, reject, reject]), 'rejected'],
    ['a tie goes with the chair', deliberation([reject, reject, admit, admit]), 'rejected'],
    ['a tie without the chair waits', deliberation([null, reject, reject, admit, admit]), 'tie-needs-chair'],
    [
      'a tie goes with the deputy for the chair',
      deliberation([null, reject, reject, admit, admit], { inConflict: new Set(['chair']) }),
      'rejected',
    ],
    ['by exception', deliberation([except, except, reject]), 'admitted-by-exception'],
    [
      'by exception, conditions not shown by most',
      deliberation([
        except,
        ['admit-by-exception', { ...exceptional, [conditions]: 'not-met' }],
        ['admit-by-exception', { ...exceptional, [conditions]: 'not-met' }],
      ]),
      'exception-not-shown',
    ],
    [
      'by exception, background not shown by most',
      deliberation([
        except,
        ['admit-by-exception', { ...exceptional, [background]: 'not-evidenced' }],
        ['admit-by-exception', { ...exceptional, [background]: 'not-evidenced' }],
      ]),
      'exception-not-shown',
    ],
    [
      'admitted over what most found missing',
      deliberation([admit, ['admit', reject[1]], ['admit', reject[1]]]),
      'required-criterion-missed',
    ],
  ])('%s', (_, it, expected) => {
    const answer = decide(it);
    expect(isRefusal(answer) ? codeOf(answer) : answer.decision).toBe(expected);
  });

  it('says in the record that the chair decided a tie', () => {
    expect(decide(deliberation([reject, reject, admit, admit]))).toMatchObject({
      votes: { decidedByChair: true, counts: { admit: 2, 'admit-by-exception': 0, reject: 2 } },
    });
  });

  it('never comes without a quorum, nor by exception without both findings, whatever was said', () => {
    const mind = fc.option(
      fc.tuple(
        fc.constantFrom(...voteChoices),
        fc.record({
          degree: fc.constantFrom(...findings),
          english: fc.constantFrom(...findings),
          [conditions]: fc.constantFrom(...findings),
          [background]: fc.constantFrom(...findings),
        }),
      ),
    );
    const minds = fc.array(mind as fc.Arbitrary<Mind | null>, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(minds, fc.subarray(members), (said, inConflict) => {
        const it = deliberation(said, { inConflict: new Set(inConflict) });
        const answer = decide(it);
        if (isRefusal(answer)) return;
        expect(quorumStanding(it).stands).toBe(true);
        if (answer.decision === 'admitted') expect(answer.findings['degree']?.choice).toBe('met');
        if (answer.decision === 'admitted-by-exception')
          expect(exceptionFindings.map((id) => answer.findings[id]?.choice)).toEqual(['met', 'met']);
        const cast = Object.values(answer.votes.counts).reduce((sum, count) => sum + count, 0);
        expect(cast).toBe(quorumStanding(it).cast);
      }),
    );
  });
});

describe('a commission', () => {
  it.each([
    ['of five lacks nothing', [], null],
    ['lacks a chair where chair and deputy are in conflict', ['chair', 'deputy'], 'chair'],
    ['of two lacks nothing', ['ines', 'jean', 'pilar'], null],
    ['lacks a quorum where one is left', ['ines', 'jean', 'pilar', 'deputy'], 'quorum'],
    ['lacks a quorum where nobody is left', members, 'quorum'],
  ])('%s', (_, inConflict, expected) =>
    expect(lackOf(baseOf(deliberation([], { inConflict: new Set(inConflict) })))).toBe(expected),
  );
});

describe('a ruling', () => {
  const ready = deliberation([admit, admit, admit]);
  const chair = { accountId: 'chair', reason: 'All criteria are met.' };
  it.each<[string, Deliberation, { accountId: string; reason: string }, unknown]>([
    ['by the chair', ready, chair, 'admitted'],
    ['by a chair who has not voted', deliberation([null, admit, admit, admit]), chair, 'chair-votes-first'],
    ['by a member', ready, { ...chair, accountId: 'ines' }, 'not-the-chair'],
    ['by the deputy while the chair can', ready, { ...chair, accountId: 'deputy' }, 'not-the-chair'],
    [
      'by the deputy for the chair',
      deliberation([null, admit, admit, admit], { inConflict: new Set(['chair']) }),
      { ...chair, accountId: 'deputy' },
      'admitted',
    ],
    [
      'by a chair in conflict',
      deliberation([null, admit, admit, admit], { inConflict: new Set(['chair']) }),
      chair,
      'not-the-chair',
    ],
    ['by a chair who has yet to answer a claim', { ...ready, asked: new Set(['chair']) }, chair, 'declare-first'],
    ['by a chair while another member has', { ...ready, asked: new Set(['ines']) }, chair, 'admitted'],
    ['without a reason', ready, { ...chair, reason: ' ' }, 'reason-missing'],
    ['without a quorum', deliberation([admit]), chair, 'quorum-missing'],
    ['a second time', { ...ready, state: 'ruled' }, chair, 'not-before-commission'],
    ['on what was withdrawn', { ...ready, state: 'withdrawn' }, chair, 'not-before-commission'],
    ['after an appeal', { ...ready, state: 'appealed' }, chair, 'admitted'],
  ])('%s', (_, it, by, expected) => {
    const answer = ruleOn(it, by);
    expect(isRefusal(answer) ? codeOf(answer) : answer.decision).toBe(expected);
  });

  it.each([
    ['admitted', true, 'admitted'],
    ['admitted', false, 'waiting-list'],
    ['admitted-by-exception', true, 'admitted-by-exception'],
    ['admitted-by-exception', false, 'waiting-list'],
    ['rejected', false, 'rejected'],
  ] as const)('%s with a place %s is %s', (decision, hasPlace, outcome) => {
    expect(outcomeOf(decision, hasPlace)).toBe(outcome);
  });
});
