import type { Me, MyEdition } from '@libretto/contracts';
import type { Role } from '../platform/people';

type Key =
  'editions' | 'people' | 'institutions' | 'awards' | 'rulings' | 'desk' | 'today' | 'booklet' | 'applications';

/** One page where a person's work begins: a role that they hold, and the next step in it. */
export interface StartPage {
  /** Key below `shell.start-pages`: its link, and its sentence on the page of one's work. */
  readonly key: Key;
  readonly path: string;
  /** The edition, if the role is held in one. */
  readonly edition?: string;
}

const inEditions: { key: Key; roles: Role[]; page: string }[] = [
  { key: 'rulings', roles: ['chair', 'deputy'], page: 'rulings' },
  { key: 'desk', roles: ['member', 'chair', 'deputy'], page: 'desk' },
  { key: 'today', roles: ['tutor'], page: 'today' },
];

/**
 * The start pages for all of the person's roles in editions that are not closed, the most pressing first. Somebody
 * without a role is an applicant.
 */
export function startPagesOf(me: Me, editions: readonly MyEdition[], today: string): StartPage[] {
  const startPages: StartPage[] = [];
  if (me.organisation.includes('coordinator'))
    startPages.push(
      { key: 'editions', path: '/editions' },
      { key: 'people', path: '/people' },
      { key: 'institutions', path: '/institutions' },
    );
  if (me.organisation.includes('registrar')) startPages.push({ key: 'awards', path: '/awards' });
  if (me.organisation.includes('registrar') && !me.organisation.includes('coordinator'))
    startPages.push({ key: 'editions', path: '/editions' });
  const pressing = editions
    .filter(({ state }) => state === 'open')
    .sort((a, b) => daysAway(a, today) - daysAway(b, today));
  for (const { key, roles, page } of inEditions)
    for (const { id, name, roles: held } of byUse(key, pressing))
      if (held.some((role) => roles.includes(role)))
        startPages.push({ key, path: `/editions/${id}/${page}`, edition: name });
  if (me.editions.some(({ role }) => role === 'participant')) startPages.push({ key: 'booklet', path: '/booklet' });
  else if (startPages.length === 0) startPages.push({ key: 'applications', path: '/applications' });
  return startPages;
}

/** The first page of each kind: the navigation has room for no more. */
export const firstOfEach = (startPages: readonly StartPage[]): StartPage[] =>
  startPages.filter(({ key }, index) => startPages.findIndex((page) => page.key === key) === index);

/** Commissions work while applications come in, tutors while the edition runs. */
const byUse = (key: Key, editions: readonly MyEdition[]): readonly MyEdition[] =>
  key === 'today' ? editions : [...editions].sort((a, b) => Number(b.takesApplications) - Number(a.takesApplications));

function daysAway({ startsOn, endsOn }: MyEdition, today: string): number {
  if (startsOn <= today && today <= endsOn) return 0;
  return Math.abs(Date.parse(startsOn > today ? startsOn : endsOn) - Date.parse(today));
}
