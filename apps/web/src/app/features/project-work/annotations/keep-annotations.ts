import { computed, inject, type Signal } from '@angular/core';
import {
  annotationSheet,
  type AnnotationsView,
  type AnnotationSheetBody,
  readAnnotatedFile,
  readAnnotatedText,
  readAnnotations,
  readAnnotationsOfText,
  readAnnotationsOfWork,
  saveAnnotations,
  saveAnnotationsOfText,
} from '@libretto/contracts';
import type { Place } from '@libretto/domain/annotations';
import { Api, fileAddress } from '../../../platform/api';
import { type Draft, keepDraft } from '../../../platform/drafts';
import {
  annotationAt,
  type OwnAnnotations,
  type ShownAnnotation,
  shownAnnotations,
  withWords,
} from './shown-annotation';

/** The annotations of one file or text: what stands there already, and one's own, which save themselves. */
export interface KeptAnnotations {
  readonly all: Signal<readonly ShownAnnotation[]>;
  readonly canAnnotate: Signal<boolean>;
  readonly recordings: Signal<AnnotationsView['recordings']>;
  readonly draft: Draft<AnnotationSheetBody, AnnotationSheetBody>;
  /** It with what is on it now, once there is anything. */
  readonly download: Signal<string | undefined>;
  /** Answers the id of the new one. */
  add(place: Place): string;
  write(id: string, words: string): void;
  remove(id: string): void;
  /** Asks again: with one's own marking those of the others are there too. */
  reload(): void;
}

/** A file of a version by its address, or its typed text where none is named. */
type PartAt = {
  readonly editionId: string;
  readonly submissionId: string;
  readonly submittedFileId?: string;
};

const isOfFile = (at: PartAt): at is Required<PartAt> => at.submittedFileId !== undefined;
const nameOf = ({ submissionId, submittedFileId }: PartAt) =>
  `annotations/${submittedFileId ?? `${submissionId}/text`}`;

/** A part of the newest version of a work; the first one where none is named. */
interface OfWork {
  readonly editionId: string;
  readonly workId: string;
  readonly file: string | undefined;
}

/** Asks for what there is of the part that is asked for. */
function readings(
  api: Api,
  asked: () => PartAt | undefined,
  ofWork: (() => OfWork) | undefined,
): { readonly value: () => AnnotationsView | undefined; readonly reload: () => void } {
  if (ofWork)
    return api.read(readAnnotationsOfWork, () => {
      const { file, ...params } = ofWork();
      return { params, query: { file } };
    });
  const ofFile = api.read(readAnnotations, () => {
    const params = asked();
    return params && isOfFile(params) ? { params } : undefined;
  });
  const ofText = api.read(readAnnotationsOfText, () => {
    const params = asked();
    return params && !isOfFile(params) ? { params } : undefined;
  });
  const reading = () => {
    const params = asked();
    return params && (isOfFile(params) ? ofFile : ofText);
  };
  return { value: () => reading()?.value(), reload: () => reading()?.reload() };
}

/**
 * Call it where a field is initialised. Of the newest version of a work that is read at the same time, `ofWork` asks before
 * that version, and the part of it that is chosen where somebody chose one, is known.
 */
export function keepAnnotations(of: () => PartAt | undefined, ofWork?: () => OfWork): KeptAnnotations {
  const api = inject(Api);
  const asked = computed(of, { equal: (one, other) => (one && nameOf(one)) === (other && nameOf(other)) });
  const reading = readings(api, asked, ofWork);
  const canAnnotate = computed(() => reading.value()?.can.annotate ?? false);
  const draft = keepDraft<AnnotationSheetBody, AnnotationSheetBody>(() => {
    const [view, params] = [reading.value(), asked()];
    if (!view?.can.annotate || !params) return undefined;
    return {
      name: nameOf(params),
      stored: view.own,
      show: (stored) => stored,
      read: (screen, base) => {
        const read = annotationSheet.safeParse(screen);
        return read.success ? { stored: read.data, unkept: 0 } : { stored: base, unkept: 1 };
      },
      send: async (body) =>
        (isOfFile(params)
          ? await api.sendAway(saveAnnotations, { params, body })
          : await api.sendAway(saveAnnotationsOfText, { params, body })
        ).stored,
    };
  });
  const own = computed(() => draft.screen()?.annotations ?? reading.value()?.own.annotations ?? {});
  const all = computed(() => shownAnnotations(own(), reading.value()?.others ?? []));
  const change = (to: (annotations: OwnAnnotations) => OwnAnnotations) =>
    draft.write(({ annotations }) => ({ annotations: to(annotations) }));
  return {
    all,
    canAnnotate,
    recordings: computed(() => reading.value()?.recordings ?? []),
    draft,
    download: computed(() => {
      const params = asked();
      if (!params || !all().length) return undefined;
      return isOfFile(params) ? fileAddress(readAnnotatedFile, { params }) : fileAddress(readAnnotatedText, { params });
    }),
    add: (place) => {
      const id = crypto.randomUUID();
      change((annotations) => ({ ...annotations, [id]: annotationAt(place) }));
      return id;
    },
    write: (id, words) =>
      change(({ [id]: one, ...others }) => (one ? { ...others, [id]: withWords(one, words) } : others)),
    remove: (id) => change(({ [id]: _, ...others }) => others),
    reload: () => reading.reload(),
  };
}
