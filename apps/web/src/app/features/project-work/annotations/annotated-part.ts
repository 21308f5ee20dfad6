import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { readSubmittedFile, readWordsOfFile, type WorkVersion } from '@libretto/contracts';
import { countWords } from '@libretto/domain';
import type { Place } from '@libretto/domain/annotations';
import { Api, fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { inPlaceOf } from '../../../ui/file-link';
import { FileView } from '../../../ui/file-view';
import { AnnotatedPdf } from './annotated-pdf';
import { AnnotatedText } from './annotated-text';
import { addressOf, type ShownPart } from './part-of-version';
import type { ShownAnnotation } from './shown-annotation';

/** A file of a version, or its text, with the annotations on it: a PDF by its pages, other documents and typed text by their words. */
@Component({
  selector: 'lib-annotated-part',
  imports: [AnnotatedPdf, AnnotatedText, FileView, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './annotated-part.html',
  styles: '.small { margin: var(--s2) 0 0; overflow-wrap: anywhere; }',
})
export class AnnotatedPart {
  readonly editionId = input.required<string>();
  readonly version = input.required<WorkVersion>();
  readonly part = input.required<ShownPart>();
  readonly annotations = input.required<readonly ShownAnnotation[]>();
  readonly canAnnotate = input.required<boolean>();
  readonly added = output<{ readonly place: Place; readonly wantsWords: boolean }>();
  readonly opened = output<string>();

  readonly pages = viewChild(AnnotatedPdf);
  readonly text = viewChild(AnnotatedText);
  /** The component that shows it, once it can be shown. */
  readonly viewer = computed(() => this.pages() ?? this.text());

  private readonly at = computed(() => ({ editionId: this.editionId(), submissionId: this.version().id }));
  protected readonly read = inject(Api).read(readWordsOfFile, () => {
    const { submittedFileId } = addressOf(this.part(), this.at());
    return submittedFileId && this.part().layout === 'words'
      ? { params: { ...this.at(), submittedFileId } }
      : undefined;
  });
  protected readonly address = computed(() => {
    const { submittedFileId } = addressOf(this.part(), this.at());
    return submittedFileId ? fileAddress(readSubmittedFile, { params: { ...this.at(), submittedFileId } }) : '';
  });
  protected readonly inPlace = computed(() => inPlaceOf(this.address()));
  protected readonly count = computed(() => countWords(this.version().text));
}
