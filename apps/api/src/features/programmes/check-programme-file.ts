import { type ProgrammeDefinition, programmeDefinition } from '@libretto/contracts';
import { type Fault, faultAt, faultsOf, missingOfAnnexOne, onOneWay, type ProgrammeDraft, valueAt } from '@libretto/domain';
import { locate, type Located } from './locate-fault';
import { mostFaults, readYaml } from './read-yaml';
import { shapeFaults } from './shape-faults';

/** What is wrong at one place of a programme file. */
export type ProgrammeFault = Located<Fault>;

/** Either the programme that a file describes, or everything that keeps it from being one. */
export type CheckedFile = { readonly definition: ProgrammeDefinition } | { readonly faults: readonly ProgrammeFault[] };

/** As it is written, and as JSON: far more than any programme says. A version is read with every page of its editions and kept in memory. */
const mostBytesOfText = 80_000;
const mostBytes = 60_000;

/** The one check of a programme file, for the command line and for the upload alike. */
export function checkProgrammeFile(text: string): CheckedFile {
  // Asked before anything is parsed.
  if (Buffer.byteLength(text) > mostBytesOfText) return { faults: [{ ...faultAt([], 'programmes.too-large'), line: 1, column: 1 }] };
  const read = readYaml(text);
  if ('faults' in read) return read;
  const { content } = read;

  const annexOne = missingOfAnnexOne(content);
  const { success, data, error } = programmeDefinition.safeParse(content);
  const shape = success ? [] : shapeFaults(error.issues, content);
  // An element that is missing is said once: as what Annex I asks for, not again as a shape.
  const otherShape = shape.filter((fault) => !annexOne.some((missing) => onOneWay(missing.path, fault.path)));
  const rules = faultsOf(draftOf(content, shape));

  const size = Buffer.byteLength(JSON.stringify(content)) > mostBytes ? [faultAt([], 'programmes.too-large')] : [];

  const faults = [...size, ...annexOne, ...otherShape, ...rules].slice(0, mostFaults).map((fault) => locate(fault, read)).sort(byPlace);
  return success && faults.length === 0 ? { definition: data } : { faults };
}

/** What is left of a file when everything of the wrong shape is cut out: each part is right, or absent. */
function draftOf(content: unknown, faults: readonly Fault[]): ProgrammeDraft {
  const draft = structuredClone(content) as ProgrammeDraft;
  for (const { path } of faults) {
    const parent = valueAt(draft, path.slice(0, -1));
    const last = path.at(-1);
    if (last === undefined) return {};
    if (typeof parent === 'object' && parent !== null) Object.assign(parent, { [last]: undefined });
  }
  return draft;
}

const byPlace = (one: ProgrammeFault, other: ProgrammeFault) => one.line - other.line || one.column - other.column;
