import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, viewChild } from '@angular/core';
import type { WorkVersion } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { FileChoice } from '../handing-in/file-choice';
import { AnnotatedPart } from './annotated-part';
import { AnnotationList } from './annotation-list';
import { keepAnnotations } from './keep-annotations';
import { addressOf, partOf } from './part-of-version';
import { SpokenComment } from './spoken-comment';

/** What the markers wrote on a version, for the group whose result is out. */
@Component({
  selector: 'lib-annotated-work',
  imports: [AnnotatedPart, AnnotationList, FileChoice, SentencePipe, SpokenComment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-file-choice
      [files]="version().files"
      [hasText]="version().text !== ''"
      [chosen]="part()?.id"
      (choose)="wanted.set($event)"
    />
    @if (kept.all().length && part(); as part) {
      <div class="beside">
        <lib-annotated-part
          [editionId]="editionId()"
          [version]="version()"
          [part]="part"
          [annotations]="kept.all()"
          [canAnnotate]="false"
          (opened)="list()?.focus($event)"
        />
        <lib-annotation-list [kept]="kept" (sought)="shown()?.viewer()?.show($event)" />
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

  protected readonly wanted = linkedSignal<string | undefined>(() => (this.version(), undefined));
  protected readonly part = computed(() => partOf(this.version(), this.wanted()));
  protected readonly at = computed(() => ({ editionId: this.editionId(), submissionId: this.version().id }));
  protected readonly kept = keepAnnotations(() => {
    const part = this.part();
    return part && addressOf(part, this.at());
  });
  protected readonly shown = viewChild(AnnotatedPart);
  protected readonly list = viewChild(AnnotationList);
}
