import { unreachableStates } from '../process';
import { isRefusal } from '../refusal';
import { answer, consentProcess, consentStates } from './consent';
import { contribute, orcidOf } from './contribution';
import { print, publicationProcess, publicationStates, remind, stepTo } from './publication';
import { fillBook, gatherWorks, type GatheredWork, leftOut } from './selection';

describe('a publication', () => {
  it('reaches each state, and only what is in print is final', () => {
    expect(unreachableStates(publicationProcess, 'gathering')).toEqual([]);
    expect(publicationStates.filter((state) => publicationProcess[state].to.length === 0)).toEqual(['in-print']);
    // From everywhere else there is a way to print.
    for (const state of publicationStates)
      expect(unreachableStates(publicationProcess, state)).not.toContain('in-print');
  });

  it('takes no step once it is in print', () => {
    for (const to of publicationStates)
      expect(stepTo('in-print', to)).toMatchObject({ refused: 'publication.in-print' });
  });

  const [ready, waiting] = [{ isReady: true }, { isReady: false }];
  it.each([
    ['typeset', [ready, ready], 'in-print'],
    ['typeset', [ready, waiting], 'publication.not-set-yet'],
    ['typeset', [ready], 'publication.not-set-yet'],
    ['consents', [ready, ready], 'publication.no-such-step'],
    ['in-print', [ready, ready], 'publication.in-print'],
  ] as const)('prints from %s with %j: %s', (state, books, answered) => {
    const printed = print(state, books);
    expect(isRefusal(printed) ? printed.refused : printed).toBe(answered);
  });

  const now = new Date('2026-11-23T09:00:00Z');
  it.each([
    ['consents', 2, null, 'remind'],
    ['consents', 2, new Date('2026-11-22T09:00:00Z'), 'remind'],
    ['consents', 2, new Date('2026-11-22T10:00:00Z'), 'publication.reminded-lately'],
    ['consents', 0, null, 'publication.nobody-to-remind'],
    ['gathering', 2, null, 'publication.no-such-step'],
  ] as const)('reminds in %s of %i answers, last at %s: %s', (state, missing, at, answered) => {
    const reminded = remind(state, missing, at, now);
    expect(isRefusal(reminded) ? reminded.refused : reminded).toBe(answered);
  });
});

describe('a consent', () => {
  it('has no dead end', () => {
    expect(unreachableStates(consentProcess, 'asked')).toEqual([]);
    for (const state of consentStates) expect(unreachableStates(consentProcess, state)).not.toContain('given');
  });

  it.each([
    ['asked', 'consents', 'given', { consent: 'given', publication: 'consents' }],
    ['given', 'consents', 'withdrawn', { consent: 'withdrawn', publication: 'consents' }],
    ['given', 'typeset', 'withdrawn', { consent: 'withdrawn', publication: 'consents' }],
    ['given', 'typeset', 'given', { consent: 'given', publication: 'consents' }],
    ['given', 'gathering', 'withdrawn', { consent: 'withdrawn', publication: 'gathering' }],
    ['asked', 'gathering', 'given', { refused: 'publication.not-asked-yet' }],
    ['asked', 'consents', 'withdrawn', { refused: 'publication.no-such-step' }],
    ['given', 'in-print', 'withdrawn', { refused: 'publication.in-print' }],
  ] as const)('%s in %s becomes %s: %j', (consent, publication, to, expected) => {
    expect(answer(consent, publication, to)).toMatchObject(expected);
  });
});

describe('the works of a book', () => {
  const accepted: GatheredWork = { isAccepted: true, isSettable: true, consents: ['given', 'given'] };
  it.each([
    [{}, null],
    [{ isAccepted: false }, 'not-accepted'],
    [{ isSettable: false }, 'file-type'],
    [{ consents: [] }, 'nobody'],
    [{ consents: ['given', 'asked'] }, 'asked'],
    [{ consents: ['asked', 'declined'] }, 'declined'],
    [{ consents: ['given', 'withdrawn'] }, 'withdrawn'],
  ] as const)('leave out %j: %s', (values, reason) => {
    expect(leftOut({ ...accepted, ...values })).toBe(reason);
  });

  it('make a book where one is in it', () => {
    expect(fillBook(['asked', null])).toBe('fill');
    for (const none of [[], ['asked' as const]])
      expect(fillBook(none)).toMatchObject({ refused: 'publication.nothing-to-set' });
  });

  it('are accepted ones, each once', () => {
    const known = new Set(['a', 'b']);
    expect(gatherWorks(['b', 'a'], known)).toEqual(['b', 'a']);
    for (const wrong of [
      ['a', 'a'],
      ['a', 'c'],
    ])
      expect(gatherWorks(wrong, known)).toMatchObject({ refused: 'publication.not-accepted' });
  });
});

describe('a contribution', () => {
  it.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
    [' 0000000218250097 ', '0000-0002-1825-0097'],
    ['0000-0002-1825-0098', null],
    ['0000-0002-1825-009X', null],
    ['https://orcid.example/0000-0002-1825-0097', null],
    ['', null],
  ])('%j is the ORCID iD %s', (typed, found) => {
    expect(orcidOf(typed)).toBe(found);
  });

  const typed = { name: 'Ana Kovač', institution: null, country: 'HR', orcid: '', roles: ['software' as const] };
  it('is recorded with its roles once, in their order', () => {
    const roles = ['writing-original-draft', 'conceptualization', 'conceptualization'] as const;
    expect(contribute({ ...typed, roles })).toMatchObject({
      orcid: null,
      roles: ['conceptualization', 'writing-original-draft'],
    });
    expect(contribute({ ...typed, roles: [] })).toMatchObject({ refused: 'publication.role-missing' });
    expect(contribute({ ...typed, orcid: '1234' })).toMatchObject({ refused: 'publication.not-an-orcid' });
  });
});
