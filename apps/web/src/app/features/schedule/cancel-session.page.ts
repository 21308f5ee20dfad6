import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { cancelSession, listSessions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { FieldError, formForReason, FormProblem } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { SessionLine } from './session-line';

@Component({
  selector: 'lib-cancel-session-page',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PageHeader,
    RouterLink,
    SessionLine,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'schedule.cancel.title' | transloco" [state]="'schedule.cancel.state' | transloco" />
    <lib-waiting [for]="sessions" [lines]="3" />
    @if (session(); as session) {
      <lib-session-line [session]="session" />
      <form class="form" [formRoot]="form">
        <mat-form-field>
          <mat-label>{{ 'schedule.cancel.reason' | transloco }}</mat-label>
          <textarea matInput rows="3" [formField]="form.reason"></textarea>
          <mat-error><lib-field-error [field]="form.reason" /></mat-error>
        </mat-form-field>
        <lib-form-problem [form]="form" />
        <div class="row">
          <button mat-flat-button [disabled]="form().submitting()">{{ 'schedule.cancel.confirm' | transloco }}</button>
          <a routerLink="../..">{{ 'schedule.leave' | transloco }}</a>
        </div>
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

  protected readonly form = formForReason(500, async (body) => {
    const params = { editionId: this.editionId(), sessionId: this.sessionId() };
    await this.api.send(cancelSession, { params, body });
    this.notices.tell('session-cancelled');
    await this.router.navigate(['/editions', this.editionId(), 'sessions']);
  });
}
