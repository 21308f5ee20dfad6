import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { markRead, type NoticeView, readNotices } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { Moment } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

/** What the signed-in person was told. A notice is read once it was followed, or with all the others. */
@Component({
  selector: 'lib-notices-page',
  imports: [Empty, MatButtonModule, Moment, PageHeader, Pager, Refused, RouterLink, SentencePipe, Status, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notices.page.html',
  styleUrl: './notices.page.css',
})
export class NoticesPage {
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly signedIn = inject(SignedIn);
  protected readonly notices = this.api.read(readNotices, () => ({ query: { after: this.after() } }));
  protected readonly sending = new Sending();
  protected readonly marked = signal(false);

  protected async follow(event: Event, { id, isUnread, action }: NoticeView): Promise<void> {
    if (!isUnread || !action) return;
    event.preventDefault();
    await this.sending.run(() => this.api.send(markRead, { body: { noticeId: id } }));
    await this.signedIn.countUnread();
    await this.router.navigateByUrl(action.path);
  }

  protected async markAll(): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(markRead, { body: {} });
      await this.signedIn.countUnread();
      this.marked.set(true);
      this.notices.reload();
    });
  }
}
