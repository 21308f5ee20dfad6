import type { AnnotationBody, AnnotationsView } from '@libretto/contracts';
import { inReadingOrder, type Place, placeOf, selectorOf } from '@libretto/domain/annotations';

/** An annotation beside its file or text: numbered as they are read, the same in the list and at its place. */
export interface ShownAnnotation {
  readonly id: string;
  readonly number: number;
  readonly place: Place;
  readonly words: string;
  readonly by: string | null;
  readonly isOwn: boolean;
}

export type OwnAnnotations = AnnotationsView['own']['annotations'];

export function shownAnnotations(own: OwnAnnotations, others: AnnotationsView['others']): ShownAnnotation[] {
  const all = [{ by: null, isOwn: true, annotations: own }, ...others.map((other) => ({ ...other, isOwn: false }))];
  return all
    .flatMap(({ by, isOwn, annotations }) =>
      Object.entries(annotations).map(([id, { body, target }]) => ({
        id,
        by,
        isOwn,
        words: body.value,
        place: placeOf(target.selector),
      })),
    )
    .sort((one, other) => inReadingOrder(one.place, other.place))
    .map((one, at) => ({ ...one, number: at + 1 }));
}

export const annotationAt = (place: Place): AnnotationBody => ({
  type: 'Annotation',
  motivation: 'highlighting',
  body: { type: 'TextualBody', format: 'text/plain', value: '' },
  target: { selector: selectorOf(place) as AnnotationBody['target']['selector'] },
});

export const withWords = (annotation: AnnotationBody, value: string): AnnotationBody => ({
  ...annotation,
  motivation: value ? 'commenting' : 'highlighting',
  body: { ...annotation.body, value },
});
