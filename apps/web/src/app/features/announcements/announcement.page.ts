import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { cancelAnnouncement, openAnnouncement, readAnnouncement } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { TypedText } from '../../ui/typed-text';
import { Waiting } from '../../ui/waiting';
import { AnnouncementAbout } from './announcement-about';

/** One announcement. To open it is to have read it. */
@Component({
  selector: 'lib-announcement-page',
  imports: [AnnouncementAbout, MatButtonModule, PageHeader, Refused, RouterLink, SentencePipe, TypedText, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './announcement.page.html',
  styles: 'lib-typed-text { margin-block: var(--s5); font-size: var(--lead); }',
})
export class AnnouncementPage {
  readonly editionId = input.required<string>();
  readonly announcementId = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();
  protected readonly sending = new Sending();
  private readonly params = () => ({
    params: { editionId: this.editionId(), announcementId: this.announcementId() },
  });
  protected readonly announcement = this.api.read(readAnnouncement, () => this.params());

  constructor() {
    effect(() => {
      if (this.announcement.value()?.isUnread)
        // It stays new where this does not arrive.
        this.api.send(openAnnouncement, this.params()).catch(() => undefined);
    });
  }

  protected async cancel(): Promise<void> {
    const asked = {
      title: this.say('announcements.cancel.question'),
      consequence: this.say('announcements.cancel.consequence'),
      verb: this.say('announcements.cancel.do'),
    };
    if (!(await this.confirm.ask(asked))) return;
    await this.sending.run(async () => {
      await this.api.send(cancelAnnouncement, this.params());
      this.announcement.reload();
      this.notices.tell('announcement-cancelled');
    });
  }
}
