import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type EditionsSort, readEditions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SortHead } from '../../ui/sort-head';
import { Waiting } from '../../ui/waiting';
import { StateOfEdition } from './state-of-edition';

/** The editions that concern the person: for a coordinator, all. */
@Component({
  selector: 'lib-editions-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    Empty,
    InLanguagePipe,
    LongDayPipe,
    PageHeader,
    Pager,
    SortHead,
    StateOfEdition,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './editions.page.html',
})
export class EditionsPage {
  readonly sort = input<EditionsSort>();
  readonly after = input<string>();

  private readonly signedIn = inject(SignedIn);
  protected readonly mayPlan = this.signedIn.is('coordinator');
  /** A registrar uses this page for the files of an edition's admissions. */
  protected readonly mayArchive = this.signedIn.is('registrar');
  protected readonly editions = inject(Api).read(readEditions, () => ({
    query: { sort: this.sort(), after: this.after() },
  }));
}
