import { isWritten } from '@libretto/domain';
import type { Material } from './material.entity';

/** The titles of what is published of a page or a self-test, beside the rows of materials. */
export const publishedTitles = {
  join: `LEFT JOIN page_version page ON page.materialId = it.id AND page.number = it.version
    LEFT JOIN self_test_version test ON test.materialId = it.id AND test.number = it.version`,
  cells: { titles: 'COALESCE(page.title, test.title)' },
} as const;

/** By language; what has one title only says so: `und`, undetermined. */
export const titleOf = ({ titles, title }: Pick<Material, 'title'> & { titles: unknown }): Record<string, string> =>
  titles === null ? { und: title } : (JSON.parse(String(titles)) as Record<string, string>);

/** Pages and self-tests are there for their authors only until they are published. */
export const isPublished = ({ kind, version }: Pick<Material, 'kind' | 'version'>) =>
  !isWritten(kind) || version !== null;

/** The same, as the database counts by it. */
export const whereIsPublished = "(kind NOT IN ('page', 'self-test') OR version IS NOT NULL)";

type Placed = Pick<Material, 'moduleNumber' | 'position' | 'id'>;

/** By module, and in it by position; of two at the same the older one is first. */
export const inOrder = (one: Placed, other: Placed) =>
  one.moduleNumber - other.moduleNumber || one.position - other.position || (one.id < other.id ? -1 : 1);
