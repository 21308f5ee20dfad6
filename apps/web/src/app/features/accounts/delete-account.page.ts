import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { deleteAccount } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SignedIn } from '../../platform/people';
import { FieldError, FormProblem, formToSend } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

/** Deletes the account: names the data that goes and the data that stays, and asks for the password once more. */
@Component({
  selector: 'lib-delete-account-page',
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
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'accounts.delete.title' | transloco" [state]="'accounts.delete.state' | transloco" />
    <ul>
      <li>{{ 'accounts.delete.goes' | transloco }}</li>
      <li>{{ 'accounts.delete.stays' | transloco }}</li>
    </ul>
    <p>
      <a routerLink="/account/data">{{ 'accounts.delete.copy' | transloco }}</a>
    </p>
    <form class="form" [formRoot]="form">
      <mat-form-field>
        <mat-label>{{ 'accounts.password' | transloco }}</mat-label>
        <input matInput type="password" autocomplete="current-password" [formField]="form.password" />
        <mat-error><lib-field-error [field]="form.password" /></mat-error>
      </mat-form-field>
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-flat-button [disabled]="form().submitting()">{{ 'accounts.delete.do' | transloco }}</button>
        <a routerLink="/account">{{ 'shell.confirm.leave' | transloco }}</a>
      </div>
    </form>
  `,
})
export class DeleteAccountPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly model = signal({ password: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => required(path.password),
    async () => {
      await this.api.send(deleteAccount, { body: this.model() });
      this.signedIn.leave();
      await this.router.navigateByUrl('/', { replaceUrl: true });
    },
  );
}
