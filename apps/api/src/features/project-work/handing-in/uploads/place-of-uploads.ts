import type { Brief } from '../../work/briefs';

/** What somebody's uploads are for: the next version for a brief of an edition. */
export const placeOf = (editionId: string, { id }: Pick<Brief, 'id'>): string => `project-work ${editionId} ${id}`;

/** The edition and the brief that such a place names. */
export function inPlace(place: string): { editionId: string | undefined; brief: string | undefined } {
  const [, editionId, brief] = place.split(' ');
  return { editionId, brief };
}
