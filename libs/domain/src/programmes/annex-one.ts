import { type Fault, faultAt, type Path, valueAt } from './fault';

/**
 * The mandatory elements of Annex I of the Council Recommendation of 16 June 2022 that a programme states, with their
 * places in its file. Learner and date of issue belong to the award.
 */
const elements: readonly { readonly element: string; readonly path: Path }[] = [
  { element: 'title', path: ['title'] },
  { element: 'awardingBody', path: ['awardingBodies'] },
  { element: 'outcomes', path: ['outcomes'] },
  { element: 'workload', path: ['workload', 'ects'] },
  { element: 'level', path: ['level', 'eqf'] },
  { element: 'assessment', path: ['assessment', 'type'] },
  { element: 'participation', path: ['participation'] },
  { element: 'qualityAssurance', path: ['qualityAssurance'] },
];

/** The mandatory elements that a file of any shape leaves out or blank. */
export function missingOfAnnexOne(file: unknown): Fault[] {
  const bodies = valueAt(file, ['awardingBodies']);
  const countries = (Array.isArray(bodies) ? bodies : []).map((_, at) => ({
    element: 'country',
    path: ['awardingBodies', at, 'country'],
  }));
  return [...elements, ...countries]
    .filter(({ path }) => isBlank(valueAt(file, path)))
    .map(({ element, path }) => faultAt(path, 'programmes.annex-one-missing', { element }));
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || value === null;
}
