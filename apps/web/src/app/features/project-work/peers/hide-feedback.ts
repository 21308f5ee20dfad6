import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { hideFeedback } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { injectSay, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { formToSend, Send, TextField } from '../../../ui/form';

/** A tutor hides a feedback that hurts, for a reason that its giver reads. */
@Component({
  selector: 'lib-hide-feedback',
  imports: [FormRoot, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'peer-feedback.overview.hide' | transloco }}</summary>
      <form class="form" [formRoot]="form">
        <lib-text-field
          [label]="'peer-feedback.overview.reason' | transloco"
          [hint]="'peer-feedback.overview.reason-hint' | transloco"
          [rows]="2"
          [field]="form.reason"
        />
        <lib-send [form]="form" [verb]="'peer-feedback.overview.hide' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); } form { margin-top: var(--s3); }',
})
export class HideFeedbackForm {
  readonly editionId = input.required<string>();
  readonly feedbackId = input.required<string>();
  readonly hidden = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly model = signal({ reason: '' });
  protected readonly form = formToSend(hideFeedback, this.model, () => this.hide());

  private async hide(): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.say('peer-feedback.overview.ask'),
      consequence: this.say('peer-feedback.overview.consequence'),
      verb: this.say('peer-feedback.overview.hide'),
    });
    if (!isSure) return;
    const params = { editionId: this.editionId(), feedbackId: this.feedbackId() };
    await this.api.send(hideFeedback, { params, body: this.model() });
    this.hidden.emit();
  }
}
