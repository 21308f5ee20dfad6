import { computed, inject, type Signal } from '@angular/core';
import {
  annotationSheet,
  type AnnotationsView,
  type AnnotationSheetBody,
  readAnnotatedFile,
  readAnnotations,
  readAnnotationsOfWork,
  saveAnnotations,
} from '@libretto/contracts';
import type { PagePlace } from '@libretto/domain/annotations';
import { Api, fileAddress } from '../../../platform/api';
import { type Draft, keepDraft } from '../../../platform/drafts';
import {
  annotationAt,
  type OwnAnnotations,
  type ShownAnnotation,
  shownAnnotations,
  withWords,
} from './shown-annotation';

/** The annotations of one file: what stands there already, and one's own, which save themselves. */
export interface KeptAnnotations {
  readonly all: Signal<readonly ShownAnnotation[]>;
  readonly canAnnotate: Signal<boolean>;
  readonly recordings: Signal<AnnotationsView['recordings']>;
  readonly draft: Draft<AnnotationSheetBody, AnnotationSheetBody>;
  /** The file with what is on it now, once there is anything. */
  readonly download: Signal<string | undefined>;
  /** Answers the id of the new one. */
  add(place: PagePlace): string;
  write(id: string, words: string): void;
  remove(id: string): void;
  /** Asks again: with one's own marking those of the others are there too. */
  reload(): void;
}

/** A file of a version by its address. */
export type FileAt = {
  readonly editionId: string;
  readonly submissionId: string;
  readonly submittedFileId: string;
};

/**
 * Call it where a field is initialised. Of the newest version of a work that is read at the same time, `ofWork` asks before
 * that version, and the file that is chosen where somebody chose one, is known.
 */
export function keepAnnotations(
  of: () => FileAt | undefined,
  ofWork?: () => { readonly editionId: string; readonly workId: string; readonly file: string | undefined },
): KeptAnnotations {
  const api = inject(Api);
  const asked = computed(of, { equal: (one, other) => one?.submittedFileId === other?.submittedFileId });
  const reading = ofWork
    ? api.read(readAnnotationsOfWork, () => {
        const { file, ...params } = ofWork();
        return { params, query: { file } };
      })
    : api.read(readAnnotations, () => {
        const params = asked();
        return params && { params };
      });
  const canAnnotate = computed(() => reading.value()?.can.annotate ?? false);
  const draft = keepDraft<AnnotationSheetBody, AnnotationSheetBody>(() => {
    const [view, params] = [reading.value(), asked()];
    if (!view?.can.annotate || !params) return undefined;
    return {
      name: `annotations/${params.submittedFileId}`,
      stored: view.own,
      show: (stored) => stored,
      read: (screen, base) => {
        const read = annotationSheet.safeParse(screen);
        return read.success ? { stored: read.data, unkept: 0 } : { stored: base, unkept: 1 };
      },
      send: async (body) => (await api.sendAway(saveAnnotations, { params, body })).stored,
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
      return params && all().length ? fileAddress(readAnnotatedFile, { params }) : undefined;
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
