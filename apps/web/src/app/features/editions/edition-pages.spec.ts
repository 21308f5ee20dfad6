import type { Role } from '../../platform/people';
import { pageAt, sectionsFor } from './edition-pages';

const keysFor = (...roles: Role[]) =>
  sectionsFor(roles, 'e1').map(({ key, pages }) => `${key}: ${pages.map((page) => page.key).join(' ')}`);

describe('the pages of an edition', () => {
  it.each<[Role[], string[]]>([
    [[], []],
    [['member'], ['desk: desk', 'rulings: rulings', 'meetings: meetings']],
    [
      ['participant'],
      [
        'overview: booklet',
        'sessions: sessions',
        'modules: modules',
        'talk: announcements discussions messages',
        'project-work: project-work',
        'completion: my-completion survey',
        'awards: credential',
      ],
    ],
    [
      ['tutor'],
      [
        'sessions: today sessions',
        'hours: hours',
        'modules: modules',
        'talk: announcements discussions messages reported-posts',
        'project-work: marking',
        'completion: completion survey-results',
      ],
    ],
    [['registrar'], ['admissions: applications reports', 'completion: completion', 'awards: awards']],
    [
      ['coordinator'],
      [
        'overview: overview',
        'set-up: set-up',
        'admissions: applications assignment conflicts meetings places letters reports',
        'sessions: today sessions',
        'hours: hours',
        'modules: modules',
        'talk: announcements discussions reported-posts',
        'project-work: groups marking marking-plan release publication',
        'completion: completion survey-results',
      ],
    ],
    [
      ['member', 'tutor'],
      [
        'admissions: desk rulings meetings',
        'sessions: today sessions',
        'hours: hours',
        'modules: modules',
        'talk: announcements discussions messages reported-posts',
        'project-work: marking',
        'completion: completion survey-results',
      ],
    ],
  ])('are for %j: %j', (roles, keys) => {
    expect(keysFor(...roles)).toEqual(keys);
  });

  it.each([
    ['/editions/e1', 'overview'],
    ['/editions/e1?after=k', 'overview'],
    ['/editions/e1/sessions/s1/roll', 'sessions'],
    ['/editions/e1/project-work/marking/w1#rubric', 'marking'],
    ['/editions/e1/project-work/workspace/g1', 'groups'],
    ['/editions/e1/enrolments/p1/ledger', 'hours'],
    ['/editions/e1/admissions/letters/l1', 'letters'],
  ])('have %s below %s', (url, key) => {
    expect(pageAt(url, sectionsFor(['coordinator'], 'e1'))?.key).toBe(key);
  });

  it('have a dossier below the desk, one’s hours below the booklet, and nothing of another edition', () => {
    expect(pageAt('/editions/e1/dossiers/a1', sectionsFor(['chair'], 'e1'))?.key).toBe('desk');
    expect(pageAt('/editions/e1/enrolments/p1/ledger', sectionsFor(['participant'], 'e1'))?.key).toBe('booklet');
    expect(pageAt('/editions/e1/project-work/workspace/g1', sectionsFor(['tutor'], 'e1'))?.key).toBe('marking');
    expect(pageAt('/editions/e11/sessions', sectionsFor(['participant'], 'e1'))).toBeUndefined();
  });
});
