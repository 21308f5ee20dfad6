import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SentencePipe } from '../platform/language';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { PageHeader } from '../ui/page-header';
import { startPagesOf } from './start-pages';

/** All work of this person: for several roles, or one role in several editions. */
@Component({
  selector: 'lib-work-page',
  imports: [PageHeader, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './work.page.html',
  styles: `
    ul {
      list-style: none;
      padding: 0;
    }

    li {
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    a {
      font: 600 var(--h3) var(--serif);
    }

    p {
      margin: var(--s1) 0 0;
    }
  `,
})
export class WorkPage {
  protected readonly signedIn = inject(SignedIn);
  protected readonly startPages = computed(() => {
    const me = this.signedIn.me();
    return me ? startPagesOf(me, this.signedIn.editions(), today()) : [];
  });
}
