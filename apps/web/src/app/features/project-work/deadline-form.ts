import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { extendProjectDeadline, type GroupsView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Moment } from '../../platform/time';
import { FieldError, FormProblem, formToSend } from '../../ui/form';

/** Until when versions are taken, and how to give everybody more time. */
@Component({
  selector: 'lib-deadline-form',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    FieldError,
    FormProblem,
    Moment,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p><lib-moment [at]="deadline().until" [zone]="deadline().zone" /></p>
    @if (deadline().reason; as reason) {
      <p class="soft">{{ 'project-work.own.extended' | transloco: { reason } }}</p>
    }
    @if (may()) {
      <details>
        <summary>{{ 'project-work.deadline.extend' | transloco }}</summary>
        <form class="form" [formRoot]="form">
          <mat-form-field>
            <mat-label>{{ 'project-work.deadline.last-day' | transloco }}</mat-label>
            <input matInput type="date" [formField]="form.lastDay" />
            <mat-error><lib-field-error [field]="form.lastDay" /></mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ 'project-work.deadline.reason' | transloco }}</mat-label>
            <textarea matInput rows="2" [formField]="form.reason"></textarea>
            <mat-hint>{{ 'project-work.deadline.reason-hint' | transloco }}</mat-hint>
            <mat-error><lib-field-error [field]="form.reason" /></mat-error>
          </mat-form-field>
          <lib-form-problem [form]="form" />
          <div class="row">
            <button mat-stroked-button [disabled]="form().submitting()">
              {{ 'project-work.deadline.do' | transloco }}
            </button>
          </div>
        </form>
      </details>
    }
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); } form { margin-top: var(--s3); }',
})
export class DeadlineForm {
  readonly editionId = input.required<string>();
  readonly deadline = input.required<GroupsView['deadline']>();
  readonly may = input.required<boolean>();
  readonly extended = output();

  private readonly api = inject(Api);
  private readonly model = signal({ lastDay: '', reason: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.lastDay);
      required(path.reason);
      maxLength(path.reason, 500);
    },
    () => this.extend(),
  );

  private async extend(): Promise<void> {
    await this.api.send(extendProjectDeadline, { params: { editionId: this.editionId() }, body: this.model() });
    this.model.set({ lastDay: '', reason: '' });
    this.form().reset();
    this.extended.emit();
  }
}
