import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { News } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';

/** How many announcements, discussions and messages somebody has not read, with links to them. Empty if none are new. */
@Component({
  selector: 'lib-news-call',
  imports: [RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './news-call.html',
  styles: 'nav { margin-bottom: var(--s4); }',
})
export class NewsCall {
  readonly editionId = input.required<string>();
  /** Asked together with the rest of its page. */
  readonly news = input.required<HttpResourceRef<News | undefined>>();

  protected readonly kinds = [
    ['announcements', 'announcements'],
    ['threads', 'discussions'],
    ['messages', 'messages'],
  ] as const;
}
