import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { confirmLearner, type MyCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send } from '../../ui/form';
import { LearnerFields } from './learner-fields';

/** The participant checks the data that the credential will state about them, and confirms it. */
@Component({
  selector: 'lib-confirm-learner',
  imports: [FormRoot, LearnerFields, Send, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <p class="soft">{{ 'credentials.card.confirm-why' | transloco }}</p>
      <lib-learner-fields [form]="form" />
      <lib-send [form]="form" [verb]="'credentials.card.confirm-do' | transloco" outlined />
    </form>
  `,
})
export class ConfirmLearner {
  readonly editionId = input.required<string>();
  readonly learner = input.required<MyCredential['learner']>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly model = linkedSignal(() => {
    const { givenName, familyName, birthDate } = this.learner();
    return { givenName, familyName, birthDate: birthDate ?? '' };
  });
  protected readonly form = formToSend(confirmLearner, this.model, () => this.confirm());

  private async confirm(): Promise<void> {
    await this.api.send(confirmLearner, { params: { editionId: this.editionId() }, body: this.model() });
    this.done.emit();
  }
}
