import { feedbackKinds, usualBriefId, usualGroupSize } from '../project-work';
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

/** The rubrics of a brief, each with its place: that of its markers, and those of its peers. */
export const draftedRubrics = ({ rubric, peerFeedback, path }: ReturnType<typeof draftedBriefs>[number]) => [
  { rows: rubric, path: [...path, 'rubric'] },
  ...feedbackKinds.map((kind) => ({
    rows: peerFeedback?.[kind]?.rubric,
    path: [...path, 'peerFeedback', kind, 'rubric'],
  })),
];

/**
 * Peer feedback is asked for within groups, across them or both, and within them only where there are groups. In a group
 * of two each member knows who gave it, so groups have at least three members where feedback within them has no names.
 */
export function peersCanGiveFeedback({ projectWork }: ProgrammeDraft): Fault[] {
  return draftedBriefs(projectWork).flatMap(({ by, size, peerFeedback, path }) => {
    if (!peerFeedback) return [];
    const { within, across, anonymous } = peerFeedback;
    const at = [...path, 'peerFeedback'];
    const least = size?.least ?? usualGroupSize.least;
    return [
      ...(within || across ? [] : [faultAt(at, 'programmes.no-feedback-asked')]),
      ...(within && by === 'person'
        ? [faultAt([...at, 'within'], 'programmes.only-for-groups', { field: 'within' })]
        : []),
      ...(within && anonymous && by !== 'person' && least < leastForAnonymity
        ? [faultAt([...at, 'anonymous'], 'programmes.too-few-for-anonymity', { least, needed: leastForAnonymity })]
        : []),
    ];
  });
}

const leastForAnonymity = 3;
