import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type InputOf, readMarkingList } from '@libretto/contracts';
import { Api, lastOf } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HowFarPipe, LongDayPipe } from '../../platform/time';
import { BriefChoice } from '../../ui/brief-choice';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

/** The works of an edition by age. */
@Component({
  selector: 'lib-marking-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    BriefChoice,
    HowFarPipe,
    InLanguagePipe,
    LongDayPipe,
    Empty,
    PageHeader,
    Pager,
    SearchBox,
    SortHead,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marking.page.html',
  styles:
    "nav { margin-bottom: var(--s3); } [aria-current='page'] { color: var(--text); font-weight: 600; text-decoration: none; } th .small { font-weight: 400; }",
})
export class MarkingPage {
  readonly editionId = input.required<string>();
  /** The brief, where the programme has several; without it the works for all of them. */
  readonly brief = input<string>();
  readonly which = input<'to-mark' | 'others'>();
  readonly q = input<string>();
  readonly sort = input<InputOf<typeof readMarkingList>['query']['sort']>();
  readonly after = input<string>();

  /** The group whose work was the last one to mark, a moment ago. */
  protected readonly lastMarked = markedOnTheWay(inject(Router).currentNavigation()?.extras.info);
  protected readonly both = ['to-mark', 'others'] as const;
  protected readonly shown = computed(() => this.which() ?? 'to-mark');
  protected readonly asked = inject(Api).read(readMarkingList, () => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief(), which: this.shown(), q: this.q(), sort: this.sort(), after: this.after() },
  }));
  protected readonly list = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim()));
  /** The oldest work in sight, in any sort order. */
  protected readonly oldest = computed(
    () =>
      this.list()
        ?.items.filter(({ can }) => can.mark)
        .toSorted((one, other) => one.handedInAt.localeCompare(other.handedInAt))[0],
  );
  /** The title of a work's brief, where the works of several are listed. */
  protected briefOf(work: { brief: string }) {
    const { briefs = [] } = this.list() ?? {};
    return briefs.length > 1 && !this.brief() ? briefs.find(({ id }) => id === work.brief)?.title : undefined;
  }

  protected readonly tones = {
    'handed-in': 'wait',
    differing: 'bad',
    deciding: 'bad',
    moderating: 'wait',
    marked: 'now',
    released: 'good',
  } as const;
}

const markedOnTheWay = (info: unknown) => (info as { marked?: string } | undefined)?.marked;
