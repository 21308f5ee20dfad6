import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readCatalogue, readOpenEditions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, LanguageNamesPipe } from '../../platform/language';
import { DeadlinePipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** Every programme: subject, audience, hours, and deadline of applications. */
@Component({
  selector: 'lib-catalogue-page',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    DeadlinePipe,
    Empty,
    InLanguagePipe,
    LanguageNamesPipe,
    PageHeader,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './catalogue.page.html',
  styleUrl: './catalogue.page.css',
})
export class CataloguePage {
  private readonly api = inject(Api);
  protected readonly catalogue = this.api.read(readCatalogue, () => ({}));
  private readonly open = this.api.read(readOpenEditions, () => ({}));

  /** The programmes, each with the edition to apply for: the one with the earliest deadline. */
  protected readonly programmes = computed(() => {
    const takingApplications = (this.open.value()?.items ?? [])
      .filter((edition) => edition.takesApplications)
      .sort((one, other) => one.applicationsCloseAt.localeCompare(other.applicationsCloseAt));
    return (this.catalogue.value()?.items ?? []).map((programme) => ({
      ...programme,
      edition: takingApplications.find((edition) => edition.programme.id === programme.id),
    }));
  });
  protected readonly openCount = computed(() => this.programmes().filter(({ edition }) => edition).length);
}
