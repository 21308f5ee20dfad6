import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { confirmLearner, type MyCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { FormProblem, formToSend } from '../../ui/form';
import { LearnerFields, learnerRules } from './learner-fields';

/** The participant checks the data that the credential will state about them, and confirms it. */
@Component({
  selector: 'lib-confirm-learner',
  imports: [FormRoot, MatButtonModule, TranslocoPipe, FormProblem, LearnerFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <p class="soft">{{ 'credentials.card.confirm-why' | transloco }}</p>
      <lib-learner-fields [form]="form" />
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-stroked-button [disabled]="form().submitting()">
          {{ 'credentials.card.confirm-do' | transloco }}
        </button>
      </div>
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
  protected readonly form = formToSend(this.model, learnerRules, () => this.confirm());

  private async confirm(): Promise<void> {
    await this.api.send(confirmLearner, { params: { editionId: this.editionId() }, body: this.model() });
    this.done.emit();
  }
}
