import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type InputOf, readAudiences, writeAnnouncement } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

const empty = { to: 'all', title: '', text: '', when: 'now', day: '', time: '' };
type Typed = typeof empty;

/** An announcement is written, for whom it is to be, and when. */
@Component({
  selector: 'lib-write-announcement-page',
  imports: [FormRoot, InLanguagePipe, PageHeader, RouterLink, SelectField, Send, SentencePipe, TextField, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './write-announcement.page.html',
})
export class WriteAnnouncementPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly audiences = this.api.read(readAudiences, () => ({ params: { editionId: this.editionId() } }));
  protected readonly model = signal(empty);
  protected readonly form = formToSend(writeAnnouncement, this.model, (typed) => this.send(typed), {
    body: bodyOf,
    rules: (path) => {
      required(path.day, { when: () => this.model().when === 'later' });
      required(path.time, { when: () => this.model().when === 'later' });
    },
  });
  /** How many people the choice reaches now. */
  protected readonly reach = computed(() => {
    const { to } = this.model();
    const { all = 0, behind, groups = [] } = this.audiences.value() ?? {};
    if (to === 'all') return all;
    return to === 'behind' ? (behind?.people ?? 0) : (groups.find(({ id }) => id === to)?.people ?? 0);
  });

  private async send(typed: Typed): Promise<void> {
    const { id } = await this.api.send(writeAnnouncement, {
      params: { editionId: this.editionId() },
      body: bodyOf(typed),
    });
    this.notices.tell(typed.when === 'now' ? 'announcement-sent' : 'announcement-scheduled');
    await this.router.navigate(['/editions', this.editionId(), 'announcements', id]);
  }
}

type Body = InputOf<typeof writeAnnouncement>['body'];

const bodyOf = ({ to, title, text, when, day, time }: Typed): Body => ({
  title,
  text,
  to: to === 'all' || to === 'behind' ? { audience: to } : { audience: 'group', groupId: to },
  sendAt: when === 'now' ? null : { day, time },
});
