import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { resetPassword } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SignedIn } from '../../platform/people';
import { FieldError, FormProblem, formToSend } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

/** Where the link of the mail leads that allows a new password. */
@Component({
  selector: 'lib-new-password-page',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    TranslocoPipe,
    FieldError,
    FormProblem,
    PageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'accounts.new-password.title' | transloco"
      [state]="'accounts.new-password.state' | transloco"
    />
    <form class="form" [formRoot]="form">
      <mat-form-field>
        <mat-label>{{ 'accounts.new-password.password' | transloco }}</mat-label>
        <input matInput type="password" autocomplete="new-password" [formField]="form.password" />
        <mat-hint>{{ 'accounts.password-hint' | transloco }}</mat-hint>
        <mat-error><lib-field-error [field]="form.password" /></mat-error>
      </mat-form-field>
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-flat-button [disabled]="form().submitting()">{{ 'accounts.new-password.do' | transloco }}</button>
        <a routerLink="/forgotten-password">{{ 'accounts.new-password.again' | transloco }}</a>
      </div>
    </form>
  `,
})
export class NewPasswordPage {
  readonly code = input('');
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly model = signal({ password: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.password);
      minLength(path.password, 12);
    },
    async () => {
      await this.api.send(resetPassword, { body: { code: this.code(), ...this.model() } });
      // The new password has ended every sign-in, this one too.
      await this.signedIn.refresh();
      await this.router.navigateByUrl('/sign-in');
    },
  );
}
