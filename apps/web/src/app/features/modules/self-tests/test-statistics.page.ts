import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readTestStatistics, type TestStatistics } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { inLanguage, InLanguagePipe, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';

/** How the questions of a self-test were answered, for its authors: without names. */
@Component({
  selector: 'lib-test-statistics-page',
  imports: [Empty, InLanguagePipe, PageHeader, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './test-statistics.page.html',
  styles: `
    th[scope='row'] {
      min-width: 14rem;
      font-weight: 400;
    }

    .register {
      margin-bottom: var(--s4);
    }

    .wrong {
      min-width: 12rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class TestStatisticsPage {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();

  private readonly reading = inject(ReadingLanguage);
  protected readonly statistics = inject(Api).read(readTestStatistics, () => ({
    params: { editionId: this.editionId(), materialId: this.materialId() },
  }));

  /** A wrong answer in one line. */
  protected worded({ options, typed }: NonNullable<TestStatistics['questions'][number]['wrong']>): string {
    const code = this.reading.code();
    return typed ?? options.map((texts) => inLanguage(texts, code) || '–').join(' · ');
  }
}
