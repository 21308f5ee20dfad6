import { usualBriefId } from '../project-work';
import type { BriefDraft, ProgrammeDraft } from './draft';
import { type Fault, faultAt, type Path } from './fault';

/** The briefs of a file, each with its place. */
export const draftedBriefs = (projectWork: ProgrammeDraft['projectWork']): (BriefDraft & { readonly path: Path })[] =>
  (isList(projectWork) ? projectWork : [projectWork]).flatMap((brief, at) =>
    brief
      ? [{ ...brief, id: brief.id ?? usualBriefId, path: isList(projectWork) ? ['projectWork', at] : ['projectWork'] }]
      : [],
  );

const isList = (projectWork: ProgrammeDraft['projectWork']): projectWork is readonly (BriefDraft | undefined)[] =>
  Array.isArray(projectWork);

/** Where a brief has a weight every brief has one, and they are a hundred in all. */
export function weightsAreAHundred({ projectWork }: ProgrammeDraft): Fault[] {
  const briefs = draftedBriefs(projectWork);
  if (briefs.every(({ weight }) => weight === undefined)) return [];
  const sum = briefs.reduce((all, { weight = 0 }) => all + weight, 0);
  return sum === 100 ? [] : [faultAt(['projectWork'], 'programmes.weights-not-a-hundred', { sum })];
}

/** A group has a least and a most that leave room; people who work alone have no size and choose no group. */
export function groupsCanBeMade({ projectWork }: ProgrammeDraft): Fault[] {
  return draftedBriefs(projectWork).flatMap(({ by, size, choice, path }) => [
    ...(by === 'person' && size ? [faultAt([...path, 'size'], 'programmes.only-for-groups', { field: 'size' })] : []),
    ...(by === 'person' && choice
      ? [faultAt([...path, 'choice'], 'programmes.only-for-groups', { field: 'choice' })]
      : []),
    ...(size?.least !== undefined && size.most !== undefined && size.least > size.most
      ? [faultAt([...path, 'size'], 'programmes.sizes-crossed', { least: size.least, most: size.most })]
      : []),
  ]);
}

/** What is asked for can be given: no least is over its most, and there is something to hand in. */
export function partsCanBeGiven({ projectWork }: ProgrammeDraft): Fault[] {
  return draftedBriefs(projectWork).flatMap(({ files, links, text, path }) => [
    ...Object.entries({ files, links, text }).flatMap(([part, range]) =>
      range?.least !== undefined && range.most !== undefined && range.least > range.most
        ? [faultAt([...path, part], 'programmes.parts-crossed', { least: range.least, most: range.most })]
        : [],
    ),
    ...(files?.most === 0 && !links?.most && !text?.most ? [faultAt([...path, 'files'], 'programmes.no-parts')] : []),
  ]);
}
