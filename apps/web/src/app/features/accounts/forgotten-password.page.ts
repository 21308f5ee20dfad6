import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { forgetPassword } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { address, FieldError, FormProblem, formToSend } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-forgotten-password-page',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    FieldError,
    FormProblem,
    PageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'accounts.forgotten.title' | transloco"
      [state]="'accounts.forgotten.state' | transloco"
    />
    <form class="form" [formRoot]="form">
      <mat-form-field>
        <mat-label>{{ 'accounts.email' | transloco }}</mat-label>
        <input matInput type="email" autocomplete="username" [formField]="form.email" />
        <mat-error><lib-field-error [field]="form.email" /></mat-error>
      </mat-form-field>
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-flat-button [disabled]="form().submitting()">{{ 'accounts.forgotten.do' | transloco }}</button>
      </div>
    </form>
  `,
})
export class ForgottenPasswordPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly model = signal({ email: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.email);
      address(path.email);
    },
    async () => {
      await this.api.send(forgetPassword, { body: this.model() });
      await this.router.navigateByUrl('/forgotten-password/sent');
    },
  );
}
