import { type Refusal, refuse } from '../refusal';

/** Who asks for annotations. */
export interface AnnotationReader {
  readonly as: 'member' | 'marker' | 'coordinator';
  /** Whether this reader sees what the markers said (`seesMarkings`). */
  readonly seesMarkings: boolean;
}

/**
 * A marker's annotations are theirs alone until they have marked. Then the other markers see them with their markings,
 * and the group when its result is released.
 */
export function seesAnnotations(
  { isAuthor, hasMarked }: { readonly isAuthor: boolean; readonly hasMarked: boolean },
  reader: AnnotationReader,
  isReleased: boolean,
): boolean {
  if (reader.as === 'member') return isReleased && hasMarked;
  if (isAuthor) return true;
  return hasMarked && (reader.as === 'coordinator' || reader.seesMarkings);
}

/** The limit of one marker's annotations of one version. */
export const mostAnnotations = 300;

export const annotate = (count: number): true | Refusal =>
  count > mostAnnotations ? refuse('project-work.too-many-annotations', { most: mostAnnotations }) : true;

/** The limit of the comments that one marker keeps to use them again. */
export const mostComments = 100;

export const keepOneMore = (kept: number): true | Refusal =>
  kept >= mostComments ? refuse('project-work.too-many-comments', { most: mostComments }) : true;

/** The limit of a recorded comment: about ten minutes of speech. */
export const mostMegabytesRecorded = 5;

export const record = (bytes: number): true | Refusal =>
  bytes > mostMegabytesRecorded * 1024 * 1024
    ? refuse('project-work.recording-too-large', { megabytes: mostMegabytesRecorded })
    : true;

/** Others hear a recorded comment once its words are there too, for those who cannot hear it. */
export const isWrittenOut = ({ words }: { readonly words: string }): boolean => words !== '';
