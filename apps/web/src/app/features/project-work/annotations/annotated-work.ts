import { ChangeDetectionStrategy, Component, computed, input, viewChild } from '@angular/core';
import { readSubmittedFile, type WorkVersion } from '@libretto/contracts';
import { fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { inPlaceOf } from '../../../ui/file-link';
import { AnnotatedPdf } from './annotated-pdf';
import { AnnotationList } from './annotation-list';
import { keepAnnotations } from './keep-annotations';
import { SpokenComment } from './spoken-comment';

/** What the markers wrote on a version, for the group whose result is out. */
@Component({
  selector: 'lib-annotated-work',
  imports: [AnnotatedPdf, AnnotationList, SentencePipe, SpokenComment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (kept.all().length) {
      <div class="beside">
        <lib-annotated-pdf
          [address]="address()"
          [name]="version().file.name"
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

  protected readonly at = computed(() => ({ editionId: this.editionId(), submissionId: this.version().id }));
  protected readonly kept = keepAnnotations(() => this.at());
  protected readonly viewer = viewChild(AnnotatedPdf);
  protected readonly list = viewChild(AnnotationList);
  protected readonly address = computed(() => inPlaceOf(fileAddress(readSubmittedFile, { params: this.at() })));
}
