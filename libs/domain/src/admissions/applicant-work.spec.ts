import { isRefusal } from '../refusal';
import { applicationStates, canBeEdited, canBeWithdrawn, edit, start, submit, withdraw } from '.';

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);
const now = new Date('2026-11-23T09:00:00Z');

describe('an application is started', () => {
  const free = { hasApplied: false, sitsInCommission: false, takesApplications: true };
  it.each([
    ['while the edition takes them', {}, true],
    ['once', { hasApplied: true }, 'admissions.already-applied'],
    ['by no member of the commission', { sitsInCommission: true }, 'admissions.sits-in-commission'],
    ['in time', { takesApplications: false }, 'admissions.not-open'],
  ])('%s', (_, on, expected) => expect(codeOf(start({ ...free, ...on }))).toBe(expected));
});

describe('an application is submitted', () => {
  const draft = {
    state: 'draft' as const,
    sitsInCommission: false,
    missing: 0,
    takesApplications: true,
    answerUntil: null as Date | null,
  };
  it.each<[string, Partial<Parameters<typeof submit>[0]>, unknown]>([
    ['from a draft', {}, 'submitted'],
    ['again, with its answers', { state: 'returned', answerUntil: new Date('2026-11-24T09:00:00Z') }, 'submitted'],
    [
      'again, also after the edition’s own deadline',
      { state: 'returned', takesApplications: false, answerUntil: new Date('2026-11-24T09:00:00Z') },
      'submitted',
    ],
    [
      'again, but in time',
      { state: 'returned', answerUntil: new Date('2026-11-22T09:00:00Z') },
      'admissions.answer-too-late',
    ],
    ['by no member of the commission', { sitsInCommission: true }, 'admissions.sits-in-commission'],
    ['in time', { takesApplications: false }, 'admissions.not-open'],
    ['with all that is asked', { missing: 2 }, 'admissions.incomplete'],
    ['once', { state: 'submitted' }, 'admissions.no-such-step'],
    ['not after it was withdrawn', { state: 'withdrawn' }, 'admissions.no-such-step'],
  ])('%s', (_, standing, expected) => expect(codeOf(submit({ ...draft, ...standing }, now))).toBe(expected));
});

describe.each(applicationStates)('an application that is %s', (state) => {
  it('is changed and withdrawn as its process says, while there is something of it', () => {
    expect(edit({ state, isErased: false }) === true).toBe(canBeEdited(state));
    expect(withdraw({ state, isErased: false }) === 'withdrawn').toBe(canBeWithdrawn(state));
    expect(codeOf(edit({ state, isErased: true }))).toBe('admissions.not-editable');
    expect(codeOf(withdraw({ state, isErased: true }))).toBe('admissions.not-editable');
  });
});
