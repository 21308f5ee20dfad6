import fc from 'fast-check';
import { isRefusal } from '../refusal';
import {
  claimsMade,
  clear,
  type CommissionMember,
  conflictsFound,
  isUnanswered,
  pin,
  quorumOf,
  whoChairs,
  withoutConflict,
} from '.';

const members: CommissionMember[] = [
  { accountId: 'lucia', role: 'chair' },
  { accountId: 'marko', role: 'deputy' },
  { accountId: 'ines', role: 'member' },
];

describe('the quorum', () => {
  it.each([
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
  ])('of %d members without a conflict is %d', (base, quorum) => expect(quorumOf(base)).toBe(quorum));

  it('is always more than half, and two at least', () => {
    fc.assert(
      fc.property(fc.nat(50), (base) => {
        expect(quorumOf(base)).toBeGreaterThan(base / 2);
        expect(quorumOf(base)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('the chair', () => {
  it.each([
    ['is the chair', [], 'lucia'],
    ['is the deputy where the chair is in conflict', ['lucia'], 'marko'],
    ['stays the chair where the deputy is in conflict', ['marko'], 'lucia'],
    ['is nobody where both are', ['lucia', 'marko'], null],
  ])('%s', (_, inConflict, expected) => expect(whoChairs(members, new Set(inConflict))).toBe(expected));

  it('lowers the base by leaving', () => {
    expect(withoutConflict(members, new Set(['ines'])).map(({ accountId }) => accountId)).toEqual(['lucia', 'marko']);
  });
});

const member = {
  accountId: 'ines',
  name: 'Inês Sá',
  email: 'ines@uc.example',
  mailDomain: 'uc.example' as string | null,
  institutionId: 'uc' as string | null,
};
const applicant = {
  accountId: 'ana',
  name: 'Ana Kovač',
  email: 'ana@unizg.example',
  mailDomain: 'unizg.example' as string | null,
  institutionId: 'unizg' as string | null,
  joinedInstitutionId: 'unizg' as string | null,
  referees: [] as { name: string; email: string }[],
};
const names = (...referees: { name: string; email: string }[]) => ({ ...applicant, referees });

describe('a conflict that the platform finds', () => {
  const at = (mailDomain: string | null) => ({ ...applicant, mailDomain });
  it.each([
    ['strangers', member, applicant, []],
    ['the own application', { ...member, accountId: 'ana' }, applicant, ['own-application']],
    ['the same institution', { ...member, institutionId: 'unizg' }, applicant, ['same-institution']],
    ['no institution on either side', { ...member, institutionId: null }, { ...applicant, institutionId: null }, []],
    ['the same domain', member, at('uc.example'), ['same-email-domain']],
    ['a domain below the other', member, at('law.uc.example'), ['same-email-domain']],
    ['a domain that only ends alike', member, at('notuc.example'), []],
    ['public providers', { ...member, mailDomain: null }, at(null), []],
    [
      'nothing that only the applicant says: referees',
      member,
      names({ name: 'Inês Sá', email: 'ines@uc.example' }),
      [],
    ],
    [
      'nothing that only the applicant says: where they have moved since',
      member,
      { ...applicant, joinedInstitutionId: 'uc' },
      [],
    ],
  ])('%s', (_, one, other, expected) => expect(conflictsFound(one, other)).toEqual(expected));
});

describe('a claim that asks a member', () => {
  it.each([
    ['strangers', applicant, []],
    ['the referee’s address', names({ name: 'Dr. Sá', email: 'Ines@uc.example' }), ['named-referee']],
    ['the referee’s name', names({ name: ' ines  SA', email: 'x@mail.example' }), ['named-referee']],
    ['another referee', names({ name: 'Luís Sá', email: 'luis@uc.example' }), []],
    [
      'the institution that the applicant has moved to since',
      { ...applicant, joinedInstitutionId: 'uc' },
      ['joined-institution'],
    ],
    [
      'the institution on the application, which is no mere claim',
      { ...applicant, institutionId: 'uc', joinedInstitutionId: 'uc' },
      [],
    ],
    ['no institution any more', { ...applicant, joinedInstitutionId: null }, []],
  ])('%s', (_, other, expected) => expect(claimsMade(member, other)).toEqual(expected));

  const day = (day: number) => new Date(2026, 10, day);
  it.each([
    ['of somebody who has not declared', false, null, true],
    ['of somebody who declared before it came', false, day(1), true],
    ['of somebody who declared since', false, day(3), false],
    ['that was cleared', true, null, false],
  ])('waits for an answer: one %s', (_, hasEnded, declaredAt, expected) =>
    expect(isUnanswered({ at: day(2), hasEnded }, declaredAt)).toBe(expected),
  );
});

describe('a conflict that a coordinator pins', () => {
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);
  it.each([
    ['with a member', { isMember: true, isPinned: false }, true],
    ['with somebody else', { isMember: false, isPinned: false }, 'admissions.not-a-member'],
    ['twice', { isMember: true, isPinned: true }, 'admissions.already-pinned'],
  ])('%s', (_, where, expected) => expect(codeOf(pin(where))).toBe(expected));
});

describe('what a coordinator can clear', () => {
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);
  const stands = { hasEnded: false, isOwn: false };
  it.each([
    ['what a coordinator pinned', { ground: 'pinned', ...stands }, true],
    ['where an applicant says that they work', { ground: 'same-institution', ...stands }, true],
    ['whom an applicant names', { ground: 'named-referee', ...stands }, true],
    ['where an applicant says that they work by now', { ground: 'joined-institution', ...stands }, true],
    ['nothing that was cleared', { ground: 'pinned', ...stands, hasEnded: true }, 'admissions.conflict-stays'],
    ['no proven address', { ground: 'same-email-domain', ...stands }, 'admissions.conflict-stays'],
    ['no application of one’s own', { ground: 'own-application', ...stands }, 'admissions.conflict-stays'],
    ['no member’s word', { ground: 'declared', ...stands }, 'admissions.conflict-stays'],
    ['nothing about themself', { ground: 'named-referee', ...stands, isOwn: true }, 'admissions.own-conflict'],
  ] as const)('%s', (_, conflict, expected) => expect(codeOf(clear(conflict))).toBe(expected));
});
