import type { Material } from './material.entity';

/** The titles of what is published of a page, beside the rows of materials. */
export const publishedTitles = {
  join: 'LEFT JOIN page_version published ON published.materialId = it.id AND published.number = it.version',
  cells: { titles: 'published.title' },
} as const;

/** By language; what has one title only says so: `und`, undetermined. */
export const titleOf = ({ titles, title }: Pick<Material, 'title'> & { titles: unknown }): Record<string, string> =>
  titles === null ? { und: title } : (JSON.parse(String(titles)) as Record<string, string>);

/** A page that has never been published is there for its authors only. */
export const isPublished = ({ kind, version }: Pick<Material, 'kind' | 'version'>) =>
  kind !== 'page' || version !== null;

/** The same, as the database counts by it. */
export const whereIsPublished = "(kind <> 'page' OR version IS NOT NULL)";

type Placed = Pick<Material, 'moduleNumber' | 'position' | 'id'>;

/** By module, and in it by position; of two at the same the older one is first. */
export const inOrder = (one: Placed, other: Placed) =>
  one.moduleNumber - other.moduleNumber || one.position - other.position || (one.id < other.id ? -1 : 1);
