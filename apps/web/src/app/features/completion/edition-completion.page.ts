import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readEditionCompletion } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

/** Everybody of an edition, and what each still misses. */
@Component({
  selector: 'lib-edition-completion-page',
  imports: [RouterLink, TranslocoPipe, HoursPipe, LongDayPipe, Empty, PageHeader, Pager, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edition-completion.page.html',
  styles: 'th .small { font-weight: 400; }',
})
export class EditionCompletionPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();
  protected readonly people = inject(Api).read(readEditionCompletion, () => ({
    params: { editionId: this.editionId() },
    query: { after: this.after() },
  }));
}
