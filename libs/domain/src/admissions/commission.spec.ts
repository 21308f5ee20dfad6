import fc from 'fast-check';
import { isRefusal } from '../refusal';
import { type CommissionMember, conflictsFound, pin, quorumOf, unpin, whoChairs, withoutConflict } from '.';

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

describe('a conflict that the platform finds', () => {
  const member = { accountId: 'ines', name: 'Inês Sá', email: 'ines@uc.example', institutionIds: ['uc'] };
  const applicant = { accountId: 'ana', name: 'Ana Kovač', email: 'ana@unizg.example', institutionIds: ['unizg'] };
  const at = (email: string) => ({ ...applicant, email });
  it.each([
    ['strangers', member, applicant, [], []],
    ['the own application', { ...member, accountId: 'ana' }, applicant, [], ['own-application']],
    ['the same institution', { ...member, institutionIds: ['unizg'] }, applicant, [], ['same-institution']],
    ['the institution that the applicant has moved to since', member, { ...applicant, institutionIds: ['unizg', 'uc'] }, [], ['same-institution']],
    ['no institution on either side', { ...member, institutionIds: [] }, { ...applicant, institutionIds: [] }, [], []],
    ['the same domain, whatever the case', member, at('ANA@UC.example'), [], ['same-email-domain']],
    ['a domain below the other', member, at('ana@law.uc.example'), [], ['same-email-domain']],
    ['a domain that only ends alike', member, at('ana@notuc.example'), [], []],
    ['a public provider', { ...member, email: 'i@gmail.com' }, at('a@gmail.com'), [], []],
    ['the referee’s address', member, applicant, [{ name: 'Dr. Sá', email: 'Ines@uc.example' }], ['named-referee']],
    ['the referee’s name', member, applicant, [{ name: ' ines  SA', email: 'x@mail.example' }], ['named-referee']],
    ['another referee', member, applicant, [{ name: 'Luís Sá', email: 'luis@uc.example' }], []],
  ])('%s', (_, one, other, referees, expected) => expect(conflictsFound(one, other, referees)).toEqual(expected));
});

describe('a conflict that a coordinator pins', () => {
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);
  it.each([
    ['with a member', { isMember: true, isPinned: false }, true],
    ['with somebody else', { isMember: false, isPinned: false }, 'admissions.not-a-member'],
    ['twice', { isMember: true, isPinned: true }, 'admissions.already-pinned'],
  ])('%s', (_, where, expected) => expect(codeOf(pin(where))).toBe(expected));

  it.each([
    ['that stands', { ground: 'pinned', hasEnded: false }, true],
    ['that was unpinned', { ground: 'pinned', hasEnded: true }, 'admissions.not-pinned'],
    ['that was found', { ground: 'same-institution', hasEnded: false }, 'admissions.not-pinned'],
  ] as const)('is unpinned, where it is one %s', (_, conflict, expected) => expect(codeOf(unpin(conflict))).toBe(expected));
});
