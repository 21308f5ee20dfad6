import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listAnnouncements } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Waiting } from '../../ui/waiting';
import { AnnouncementAbout } from './announcement-about';

/** The announcements of an edition that the reader may read. */
@Component({
  selector: 'lib-announcements-page',
  imports: [AnnouncementAbout, Empty, MatButtonModule, PageHeader, Pager, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './announcements.page.html',
  styles: `
    ul {
      max-width: none;
      padding: 0;
      list-style: none;
    }

    li {
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    h2 {
      margin: 0 0 var(--s1);
      font-size: var(--h3);
      overflow-wrap: anywhere;
    }
  `,
})
export class AnnouncementsPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  protected readonly announcements = inject(Api).read(listAnnouncements, () => ({
    params: { editionId: this.editionId() },
    query: { after: this.after() },
  }));
}
