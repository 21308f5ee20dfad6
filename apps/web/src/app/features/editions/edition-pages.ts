import type { KeyBelow } from '@libretto/language';
import type { Role } from '../../platform/people';

/** A page of an edition, worded by `editions.pages.<key>`. */
export interface EditionPage {
  readonly key: KeyBelow<'editions.pages'>;
  /** Its address, as the router has it. */
  readonly path: string;
  readonly for: readonly Role[];
  /** Pages that are reached from it and have no entry of their own. */
  readonly holds?: readonly string[];
}

/** Pages that belong together; with one page, the section is that page. */
export interface EditionSection {
  readonly key: KeyBelow<'editions.pages'>;
  readonly pages: readonly EditionPage[];
}

const commission: readonly Role[] = ['member', 'chair', 'deputy'];
const teaching: readonly Role[] = ['tutor', 'coordinator'];
const of = (path: string) => `/editions/:editionId${path}`;
const workspace = of('/project-work/workspace');

/** The pages in an edition's navigation with their readers, one line each. */
export const editionSections: readonly EditionSection[] = [
  {
    key: 'overview',
    pages: [
      { key: 'overview', path: of(''), for: ['coordinator'] },
      { key: 'booklet', path: '/booklet/:editionId', for: ['participant'], holds: [of('/enrolments')] },
    ],
  },
  { key: 'set-up', pages: [{ key: 'set-up', path: of('/set-up'), for: ['coordinator'] }] },
  {
    key: 'admissions',
    pages: [
      { key: 'desk', path: of('/desk'), for: commission, holds: [of('/dossiers')] },
      { key: 'rulings', path: of('/rulings'), for: commission },
      { key: 'applications', path: of('/admissions/applications'), for: ['coordinator', 'registrar'] },
      { key: 'assignment', path: of('/admissions/assignment'), for: ['coordinator'] },
      { key: 'conflicts', path: of('/admissions/conflicts'), for: ['coordinator'] },
      { key: 'meetings', path: of('/meetings'), for: [...commission, 'coordinator'] },
      { key: 'places', path: of('/admissions/places'), for: ['coordinator'] },
      { key: 'letters', path: of('/admissions/letters'), for: ['coordinator'] },
      { key: 'reports', path: of('/admissions/reports'), for: ['coordinator', 'registrar'] },
    ],
  },
  {
    key: 'sessions',
    pages: [
      { key: 'today', path: of('/today'), for: teaching, holds: [of('/attendance-requests')] },
      { key: 'sessions', path: of('/sessions'), for: ['participant', ...teaching] },
    ],
  },
  { key: 'hours', pages: [{ key: 'hours', path: of('/hours'), for: teaching, holds: [of('/enrolments')] }] },
  {
    key: 'modules',
    pages: [{ key: 'modules', path: of('/modules'), for: ['participant', ...teaching], holds: [of('/materials')] }],
  },
  {
    key: 'talk',
    pages: [
      { key: 'announcements', path: of('/announcements'), for: ['participant', ...teaching] },
      { key: 'discussions', path: of('/discussions'), for: ['participant', ...teaching] },
      { key: 'messages', path: of('/messages'), for: ['participant', 'tutor'] },
      { key: 'reported-posts', path: of('/reported-posts'), for: teaching },
    ],
  },
  {
    key: 'project-work',
    pages: [
      { key: 'project-work', path: of('/project-work'), for: ['participant'] },
      { key: 'groups', path: of('/project-work/groups'), for: ['coordinator'], holds: [workspace] },
      {
        key: 'marking',
        path: of('/project-work/marking'),
        for: teaching,
        holds: [workspace, of('/project-work/marking-table'), of('/project-work/feedback-overview')],
      },
      { key: 'marking-plan', path: of('/project-work/plan'), for: ['coordinator'] },
      { key: 'release', path: of('/project-work/release'), for: ['coordinator'] },
      { key: 'publication', path: of('/publication'), for: ['coordinator'] },
    ],
  },
  {
    key: 'completion',
    pages: [
      { key: 'my-completion', path: of('/completion/mine'), for: ['participant'] },
      { key: 'completion', path: of('/completion'), for: [...teaching, 'registrar'], holds: [of('/enrolments')] },
      { key: 'survey', path: of('/survey'), for: ['participant'] },
      { key: 'survey-results', path: of('/survey/results'), for: teaching },
    ],
  },
  {
    key: 'awards',
    pages: [
      { key: 'credential', path: of('/credential'), for: ['participant'] },
      { key: 'awards', path: of('/awards'), for: ['registrar'] },
    ],
  },
];

/**
 * The sections for these roles, each with only the pages for them. If all pages are in one section, no sections are
 * needed.
 */
export function sectionsFor(roles: readonly Role[], editionId: string): EditionSection[] {
  const sections = editionSections
    .map(({ key, pages }) => ({
      key,
      pages: pages
        .filter((page) => page.for.some((role) => roles.includes(role)))
        .map((page) => inEdition(page, editionId)),
    }))
    .filter(({ pages }) => pages.length > 0);
  const [only, ...more] = sections;
  return only && more.length === 0 ? only.pages.map((page) => ({ key: page.key, pages: [page] })) : sections;
}

/** The page to which an address belongs: the nearest one above it. */
export function pageAt(url: string, sections: readonly EditionSection[]): EditionPage | undefined {
  const path = url.split(/[?#]/)[0] ?? url;
  const found = sections
    .flatMap(({ pages }) => pages)
    .flatMap((page) => [page.path, ...(page.holds ?? [])].map((above) => ({ page, above })))
    .filter(({ above }) => path === above || path.startsWith(`${above}/`));
  return found.toSorted((a, b) => b.above.length - a.above.length)[0]?.page;
}

const inEdition = (page: EditionPage, editionId: string): EditionPage => ({
  ...page,
  path: page.path.replace(':editionId', editionId),
  holds: (page.holds ?? []).map((path) => path.replace(':editionId', editionId)),
});
