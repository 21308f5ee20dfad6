import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listThreads, searchTalk } from '@libretto/contracts';
import { Api, lastOf } from '../../platform/api';
import { InLanguagePipe, injectSay, SentencePipe } from '../../platform/language';
import { Empty } from '../../ui/empty';
import { FilterBy } from '../../ui/filter-by';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { Waiting } from '../../ui/waiting';
import { FoundTalk } from './found-talk';
import { ThreadLine } from './thread-line';

/** The threads of an edition that the reader may read, or what they find in them and in announcements. */
@Component({
  selector: 'lib-discussions-page',
  imports: [
    Empty,
    FilterBy,
    FoundTalk,
    InLanguagePipe,
    MatButtonModule,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    SentencePipe,
    ThreadLine,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './discussions.page.html',
})
export class DiscussionsPage {
  readonly editionId = input.required<string>();
  readonly place = input<string>();
  readonly q = input<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly say = injectSay();
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly threads = this.api.read(listThreads, () => ({
    params: this.params(),
    query: { place: this.place(), after: this.q() ? undefined : this.after() },
  }));
  /** What stands around the list stays while it is read again: a button that went for a moment took a press with it. */
  protected readonly around = lastOf(this.threads);
  protected readonly search = this.api.read(searchTalk, () =>
    this.q() ? { params: this.params(), query: { q: this.q(), after: this.after() } } : undefined,
  );
  protected readonly found = computed(() => {
    const found = this.q() ? this.search.value() : undefined;
    if (!found) return '';
    const key = found.next ? 'discussions.search.more' : 'discussions.search.found';
    return this.say(key, { posts: found.items.length });
  });
}
