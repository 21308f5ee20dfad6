import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readDataCite, readPublicBook, readPublicPublication } from '@libretto/contracts';
import { addressOfLicence, type BookForm } from '@libretto/domain';
import { wordList } from '@libretto/language';
import { Api, codeOf, fileAddress } from '../../platform/api';
import { CountryNamePipe, InLanguagePipe, injectSay, ReadingLanguage, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { KilobytesPipe } from '../../ui/kilobytes.pipe';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** A publication for everybody: its works and contributors, its books, and how to cite it. */
@Component({
  selector: 'lib-public-publication-page',
  imports: [
    CountryNamePipe,
    Empty,
    InLanguagePipe,
    KilobytesPipe,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    RouterLink,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './public-publication.page.html',
  styles: `
    ol {
      padding-inline-start: var(--s5);
    }

    li {
      margin-bottom: var(--s4);
    }

    li p {
      margin: 0;
    }
  `,
})
export class PublicPublicationPage {
  readonly publicationId = input.required<string>();

  private readonly document = inject(DOCUMENT);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly asked = computed(() => ({ params: { publicationId: this.publicationId() } }));
  protected readonly publication = inject(Api).read(readPublicPublication, () => this.asked());
  protected readonly unknown = computed(() => codeOf(this.publication.error()) === 'common.not-found');
  protected readonly metadata = computed(() => fileAddress(readDataCite, this.asked()));
  protected readonly citation = computed(() => {
    const view = this.publication.value();
    if (!view) return '';
    const names = view.editors.length
      ? view.editors
      : view.works.flatMap(({ contributors }) => contributors.map(({ name }) => name));
    return this.say('publication.public.citation', {
      names: this.listed([...new Set(names)]),
      year: String(view.year),
      title: view.title,
      publisher: this.listed(view.publisher),
      address: `${this.document.location.origin}/publications/${view.id}`,
    });
  });
  protected readonly addressOfLicence = addressOfLicence;

  protected addressOf(form: BookForm): string {
    return fileAddress(readPublicBook, { params: { ...this.asked().params, form } });
  }

  protected listed(names: readonly string[]): string {
    return wordList(this.reading.code(), names);
  }
}
