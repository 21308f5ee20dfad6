import { briefsIn } from '../project-work/briefs';
import { plain } from '../text/plain';

/** The project work of a programme with another rubric for one of its briefs; `null` if it has no such brief. */
export function withRubric<Row, Brief extends { readonly id?: string | undefined; readonly rubric: readonly Row[] }>(
  projectWork: Brief | Brief[],
  briefId: string,
  rubric: Row[],
): Brief | Brief[] | null {
  const at = briefsIn<Brief>(projectWork).findIndex(({ id }) => id === briefId);
  if (at === -1) return null;
  return Array.isArray(projectWork)
    ? projectWork.map((brief, on) => (on === at ? { ...brief, rubric } : brief))
    : { ...projectWork, rubric };
}

const longestKey = 60;

/** The id of a new part of a programme, out of its title: none that is taken, and one that a programme file may have. */
export function keyFrom(title: string, taken: readonly string[]): string {
  const words = plain(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const key = words.slice(0, longestKey - 4).replace(/-$/, '') || 'row';
  let free = key;
  for (let number = 2; taken.includes(free); number++) free = `${key}-${number}`;
  return free;
}
