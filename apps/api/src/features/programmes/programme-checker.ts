import { type ProgrammeDefinition, programmeDefinition } from '@libretto/contracts';
import {
  type Fault,
  faultAt,
  faultsOf,
  missingOfAnnexOne,
  onOneWay,
  pngOf,
  type ProgrammeDraft,
  valueAt,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer';
import { type Place, type YamlFault, YamlReader } from '../../platform/yaml/yaml-reader';
import { isTextTooLarge, isTooLarge } from './programme-file';
import { shapeFaults } from './shape-faults';

/** A fault at one place of a programme file. */
export type ProgrammeFault = Fault & Place;

/** Either the programme of a file, or all its faults. */
export type CheckedFile = { readonly definition: ProgrammeDefinition } | { readonly faults: readonly ProgrammeFault[] };

/** More of them at once would help nobody. */
const mostFaults = 100;

const start: Place = { line: 1, column: 1 };

/** The one check of a programme file, for the command line and for the upload alike. */
@Injectable()
export class ProgrammeChecker {
  constructor(
    private readonly yaml: YamlReader,
    private readonly renderer: PdfRenderer,
  ) {}

  async check(text: string): Promise<CheckedFile> {
    // Checked before anything is parsed.
    if (isTextTooLarge(text)) return { faults: [{ ...faultAt([], 'programmes.too-large'), ...start }] };
    const read = await this.yaml.read(text);
    if (!read) return { faults: [{ ...faultAt([], 'programmes.too-complex'), ...start }] };
    if ('faults' in read) return { faults: read.faults.map(inOurWords) };
    const { content } = read;
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return { faults: [{ ...faultAt([], 'programmes.not-a-programme'), ...start }] };
    const checked = checkContent(content);
    const faults = 'faults' in checked ? checked.faults : await this.noPictures(checked.definition);
    return 'faults' in checked || faults.length ? { faults: await this.located(text, faults) } : checked;
  }

  /** What only begins like a picture: no certificate of the programme could be printed. */
  private async noPictures({ pictures = {} }: ProgrammeDefinition): Promise<Fault[]> {
    const pngs = Object.entries(pictures).flatMap(([name, picture]) => {
      const png = pngOf(picture);
      return png === null ? [] : [{ name, bytes: Buffer.from(png, 'base64') }];
    });
    const names = await this.renderer.undrawable(pngs);
    return names.map((name) => faultAt(['pictures', name], 'programmes.wrong-form', { form: 'picture', found: name }));
  }

  private async located(text: string, faults: readonly Fault[]): Promise<ProgrammeFault[]> {
    const parts = faults.map(({ path, refused }) => ({ path, atKey: refused === 'programmes.unknown-field' }));
    const places = await this.yaml.locate(text, parts);
    return faults.map((fault, at) => ({ ...fault, ...(places[at] ?? start) })).sort(byPlace);
  }
}

/** The same check of a programme that was not read from a file. */
export function checkContent(
  content: object,
): { readonly definition: ProgrammeDefinition } | { readonly faults: readonly Fault[] } {
  const annexOne = missingOfAnnexOne(content);
  const { success, data, error } = programmeDefinition.safeParse(content);
  const shape = success ? [] : shapeFaults(error.issues, content);
  // A missing element is reported once, as required by Annex I, and not again as a wrong shape.
  const otherShape = shape.filter((fault) => !annexOne.some((missing) => onOneWay(missing.path, fault.path)));
  const rules = faultsOf(draftOf(content, shape));
  const size = isTooLarge(data ?? content) ? [faultAt([], 'programmes.too-large')] : [];
  const faults = [...size, ...annexOne, ...otherShape, ...rules].slice(0, mostFaults);
  return success && faults.length === 0 ? { definition: data } : { faults };
}

/** A file without its parts of the wrong shape: each remaining part is right, or absent. */
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

function inOurWords({ is, about, line, column }: YamlFault): ProgrammeFault {
  return { ...yamlFault(is, about), line, column };
}

function yamlFault(is: YamlFault['is'], about: string): Fault {
  if (is === 'alias') return faultAt([], 'programmes.alias', { name: about });
  if (is === 'not-yaml') return faultAt([], 'programmes.not-yaml', { reason: about });
  return is === 'repeated-key' ? faultAt([], 'programmes.repeated-key') : faultAt([], 'programmes.colon-in-text');
}

const byPlace = (one: ProgrammeFault, other: ProgrammeFault) => one.line - other.line || one.column - other.column;
