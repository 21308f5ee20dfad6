import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { cancelSession, listSessions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { SessionLine } from './session-line';

@Component({
  selector: 'lib-cancel-session-page',
  imports: [FormRoot, PageHeader, RouterLink, Send, SessionLine, TextField, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'schedule.cancel.title' | transloco" [state]="'schedule.cancel.state' | transloco" />
    <lib-waiting [for]="sessions" [lines]="3" />
    @if (session(); as session) {
      <lib-session-line [session]="session" />
      <form class="form" [formRoot]="form">
        <lib-text-field [label]="'schedule.cancel.reason' | transloco" [rows]="3" [field]="form.reason" />
        <lib-send [form]="form" [verb]="'schedule.cancel.confirm' | transloco">
          <a routerLink="../..">{{ 'schedule.leave' | transloco }}</a>
        </lib-send>
      </form>
    }
  `,
  styles: 'form { margin-top: var(--s5); }',
})
export class CancelSessionPage {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly sessions = this.api.read(listSessions, () => ({ params: { editionId: this.editionId() } }));
  protected readonly session = computed(() =>
    this.sessions.value()?.sessions.find(({ id }) => id === this.sessionId()),
  );

  protected readonly form = formToSend(cancelSession, signal({ reason: '' }), async (body) => {
    const params = { editionId: this.editionId(), sessionId: this.sessionId() };
    await this.api.send(cancelSession, { params, body });
    this.notices.tell('session-cancelled');
    await this.router.navigate(['/editions', this.editionId(), 'sessions']);
  });
}
