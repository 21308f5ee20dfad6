import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { supersedeCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Confirm } from '../../ui/confirm';
import { FieldError, FormProblem, formToSend } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { LearnerFields, learnerRules } from './learner-fields';

/** Corrects the learner data of a credential. */
@Component({
  selector: 'lib-correct-credential',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    FieldError,
    FormProblem,
    LearnerFields,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.award.correct' | transloco }}</summary>
      <p class="soft">{{ 'credentials.award.correct-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-learner-fields [form]="form.learner" />
        <mat-form-field>
          <mat-label>{{ 'credentials.award.reason' | transloco }}</mat-label>
          <textarea matInput rows="2" [formField]="form.reason"></textarea>
          <mat-hint>{{ 'credentials.award.reason-hint' | transloco }}</mat-hint>
          <mat-error><lib-field-error [field]="form.reason" /></mat-error>
        </mat-form-field>
        <lib-form-problem [form]="form" />
        <div class="row">
          <button mat-stroked-button [disabled]="form().submitting()">
            {{ 'credentials.award.correct-do' | transloco }}
          </button>
        </div>
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class CorrectCredential {
  readonly credentialId = input.required<string>();
  readonly record = input.required<Record<string, unknown>>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly model = linkedSignal(() => {
    const { givenName, familyName, dateOfBirth } = this.record()['learner'] as Record<string, string>;
    return {
      learner: { givenName: givenName ?? '', familyName: familyName ?? '', birthDate: dateOfBirth ?? '' },
      reason: '',
    };
  });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      learnerRules(path.learner);
      required(path.reason);
      maxLength(path.reason, 1000);
    },
    () => this.correct(),
  );

  private async correct(): Promise<void> {
    const { learner, reason } = this.model();
    const say = (key: string) => this.transloco.translate<string>(`credentials.award.${key}`);
    if (
      !(await this.confirm.ask({
        title: say('correct-ask'),
        consequence: say('correct-consequence'),
        verb: say('correct-do'),
      }))
    )
      return;
    await this.api.send(supersedeCredential, {
      params: { credentialId: this.credentialId() },
      body: { ...learner, reason },
    });
    this.form().reset();
    this.notices.tell('corrected');
    this.done.emit();
  }
}
