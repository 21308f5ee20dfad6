import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readMarkingList } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

/** The works of an edition by age. */
@Component({
  selector: 'lib-marking-page',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, HowFarPipe, LongDayPipe, Empty, PageHeader, Pager, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marking.page.html',
  styles: "nav { margin-bottom: var(--s3); } [aria-current='page'] { color: var(--text); font-weight: 600; text-decoration: none; } th .small { font-weight: 400; }",
})
export class MarkingPage {
  readonly editionId = input.required<string>();
  readonly which = input<'to-mark' | 'others'>();
  readonly after = input<string>();

  protected readonly shown = computed(() => this.which() ?? 'to-mark');
  protected readonly list = inject(Api).read(readMarkingList, () => ({
    params: { editionId: this.editionId() },
    query: { which: this.shown(), after: this.after() },
  }));
  protected readonly first = computed(() => this.list.value()?.items.find(({ can }) => can.mark));
  protected readonly tones = { 'handed-in': 'wait', marked: 'now', released: 'good' } as const;
}
