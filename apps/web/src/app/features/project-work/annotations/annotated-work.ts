import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, viewChild } from '@angular/core';
import { readSubmittedFile, type WorkVersion } from '@libretto/contracts';
import { fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { inPlaceOf } from '../../../ui/file-link';
import { FileChoice } from '../handing-in/file-choice';
import { AnnotatedPdf } from './annotated-pdf';
import { AnnotationList } from './annotation-list';
import { keepAnnotations } from './keep-annotations';
import { SpokenComment } from './spoken-comment';

/** What the markers wrote on a version, for the group whose result is out. */
@Component({
  selector: 'lib-annotated-work',
  imports: [AnnotatedPdf, AnnotationList, FileChoice, SentencePipe, SpokenComment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-file-choice [files]="version().files" [chosen]="file()?.id" (choose)="fileId.set($event)" />
    @if (kept.all().length && file(); as file) {
      <div class="beside">
        <lib-annotated-pdf
          [address]="address()"
          [name]="file.name"
          [annotations]="kept.all()"
          [canAnnotate]="false"
          (opened)="list()?.focus($event)"
        />
        <lib-annotation-list [kept]="kept" (sought)="viewer()?.show($event)" />
      </div>
    } @else if (!kept.recordings().length) {
      <p class="soft">{{ 'project-work.annotations.title' | transloco: { count: 0 } }}</p>
    }
    <lib-spoken-comment [at]="at()" [recordings]="kept.recordings()" [canRecord]="false" [reload]="kept.reload" />
  `,
  styles: `
    .beside {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
      gap: var(--s5);
    }
  `,
})
export class AnnotatedWork {
  readonly editionId = input.required<string>();
  readonly version = input.required<WorkVersion>();

  protected readonly fileId = linkedSignal(() => this.version().files[0]?.id);
  protected readonly file = computed(() => this.version().files.find(({ id }) => id === this.fileId()));
  protected readonly at = computed(() => ({ editionId: this.editionId(), submissionId: this.version().id }));
  private readonly fileAt = computed(() => {
    const submittedFileId = this.fileId();
    return submittedFileId ? { ...this.at(), submittedFileId } : undefined;
  });
  protected readonly kept = keepAnnotations(() => this.fileAt());
  protected readonly viewer = viewChild(AnnotatedPdf);
  protected readonly list = viewChild(AnnotationList);
  protected readonly address = computed(() => {
    const params = this.fileAt();
    return params ? inPlaceOf(fileAddress(readSubmittedFile, { params })) : '';
  });
}
