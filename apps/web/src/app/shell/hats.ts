import type { Me } from '@libretto/contracts';
import type { Role } from '../platform/people';

/** What a person can be here, each with the page that says what to do next. */
export interface Hat {
  /** Key below `shell.hats`: its link, and the sentence on the landing page. */
  readonly key: string;
  readonly path: string;
}

const inEditions: { key: string; roles: Role[]; page: string }[] = [
  { key: 'desk', roles: ['member', 'chair', 'deputy'], page: 'desk' },
  { key: 'rulings', roles: ['chair', 'deputy'], page: 'rulings' },
  { key: 'today', roles: ['tutor'], page: 'today' },
];

/** Everything that the person is, the most pressing first. Who is nothing yet is an applicant. */
export function hatsOf(me: Me): Hat[] {
  const hats: Hat[] = [];
  if (me.organisation.includes('coordinator')) hats.push({ key: 'editions', path: '/editions' });
  if (me.organisation.includes('registrar')) hats.push({ key: 'awards', path: '/awards' });
  for (const { key, roles, page } of inEditions) {
    const held = new Set(me.editions.filter(({ role }) => roles.includes(role)).map(({ editionId }) => editionId));
    for (const editionId of held) hats.push({ key, path: `/editions/${editionId}/${page}` });
  }
  if (me.editions.some(({ role }) => role === 'participant')) hats.push({ key: 'booklet', path: '/booklet' });
  else if (hats.length === 0) hats.push({ key: 'applications', path: '/applications' });
  return hats;
}
