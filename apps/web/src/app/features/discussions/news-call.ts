import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { News } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';

/** What somebody has not read in an edition, each with the way to it. Nothing where nothing is new. */
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
