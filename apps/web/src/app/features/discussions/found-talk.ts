import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReplyOf, searchTalk } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Empty } from '../../ui/empty';

/** The posts and announcements that a search found. */
@Component({
  selector: 'lib-found-talk',
  imports: [Empty, Moment, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './found-talk.html',
  styles: `
    .text {
      display: -webkit-box;
      overflow: hidden;
      margin-block: var(--s1) var(--s4);
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
    }

    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class FoundTalk {
  readonly editionId = input.required<string>();
  readonly found = input.required<ReplyOf<typeof searchTalk>>();
}
