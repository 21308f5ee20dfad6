import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { revokeCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Confirm } from '../../ui/confirm';
import { FieldError, formForReason, FormProblem } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Ends a credential, with a reason, after asking. */
@Component({
  selector: 'lib-revoke-credential',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    FieldError,
    FormProblem,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.award.revoke' | transloco }}</summary>
      <p class="soft">{{ 'credentials.award.revoke-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <mat-form-field>
          <mat-label>{{ 'credentials.award.reason' | transloco }}</mat-label>
          <textarea matInput rows="2" [formField]="form.reason"></textarea>
          <mat-error><lib-field-error [field]="form.reason" /></mat-error>
        </mat-form-field>
        <lib-form-problem [form]="form" />
        <div class="row">
          <button mat-stroked-button [disabled]="form().submitting()">
            {{ 'credentials.award.revoke-do' | transloco }}
          </button>
        </div>
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class RevokeCredential {
  readonly credentialId = input.required<string>();
  readonly learner = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = formForReason(1000, (body) => this.revoke(body));

  private async revoke(body: { reason: string }): Promise<void> {
    const say = (key: string) => this.transloco.translate(`credentials.award.${key}`, { learner: this.learner() });
    const asked = { title: say('revoke-ask'), consequence: say('revoke-consequence'), verb: say('revoke-do') };
    if (!(await this.confirm.ask(asked))) return;
    await this.api.send(revokeCredential, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell('revoked');
    this.done.emit();
  }
}
