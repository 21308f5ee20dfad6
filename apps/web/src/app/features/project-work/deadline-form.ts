import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { extendProjectDeadline, type GroupsView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Moment } from '../../platform/time';
import { formToSend, Send, TextField } from '../../ui/form';

/** The deadline of an attempt, with a form to extend it for everybody. */
@Component({
  selector: 'lib-deadline-form',
  imports: [FormRoot, Moment, Send, TextField, TranslocoPipe],
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
          <lib-text-field [label]="'project-work.deadline.last-day' | transloco" type="date" [field]="form.lastDay" />
          <lib-text-field
            [label]="'project-work.deadline.reason' | transloco"
            [hint]="'project-work.deadline.reason-hint' | transloco"
            [rows]="2"
            [field]="form.reason"
          />
          <lib-send [form]="form" [verb]="'project-work.deadline.do' | transloco" outlined />
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
  protected readonly form = formToSend(extendProjectDeadline, this.model, () => this.extend());

  private async extend(): Promise<void> {
    await this.api.send(extendProjectDeadline, { params: { editionId: this.editionId() }, body: this.model() });
    this.model.set({ lastDay: '', reason: '' });
    this.form().reset();
    this.extended.emit();
  }
}
