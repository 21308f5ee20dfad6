import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type PageForAuthors, type PageText, readPageVersion } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { directionOf, nameOf, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Waiting } from '../../../ui/waiting';
import { PageContent } from './page-content';

/** What was published of a page, each to look at and to go on from. */
@Component({
  selector: 'lib-page-versions',
  imports: [LongDayPipe, MatButtonModule, PageContent, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-versions.html',
  styleUrl: './page-versions.css',
})
export class PageVersions {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  readonly versions = input.required<PageForAuthors['versions']>();
  readonly language = input.required<string>();
  readonly mayUse = input.required<boolean>();
  readonly used = output<PageText>();

  private readonly reading = inject(ReadingLanguage);
  /** The number of the version that is shown. */
  protected readonly shown = signal<number | undefined>(undefined);
  protected readonly version = inject(Api).read(readPageVersion, () => {
    const number = this.shown();
    if (number === undefined) return undefined;
    return { params: { editionId: this.editionId(), materialId: this.materialId(), number: String(number) } };
  });
  protected readonly text = computed(() => this.version.value()?.texts[this.language()]);
  protected readonly name = computed(() => nameOf(this.reading.code(), 'language', this.language()));
  protected readonly direction = computed(() => directionOf(this.language()));

  protected look(number: number): void {
    this.shown.update((now) => (now === number ? undefined : number));
  }
}
