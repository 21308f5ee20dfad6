import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readCatalogue, readOpenEditions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, LanguageNamesPipe, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
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
    SentencePipe,
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
  private readonly signedIn = inject(SignedIn);
  /** The answer is the same for all: what a coordinator does from here is said by the role. */
  protected readonly mayPublish = computed(() => this.signedIn.is('coordinator'));
  protected readonly openCount = computed(() => this.programmes().filter(({ edition }) => edition).length);
}
