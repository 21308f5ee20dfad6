import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { changePassword } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { FieldError, FormProblem, formToSend } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-change-password-page',
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
    <lib-page-header
      [title]="'accounts.change-password.title' | transloco"
      [state]="'accounts.change-password.state' | transloco"
    />
    @if (done()) {
      <p role="status">{{ 'accounts.change-password.done' | transloco }}</p>
      <p>
        <a routerLink="/account">{{ 'accounts.account.title' | transloco }}</a>
      </p>
    } @else {
      <form class="form" [formRoot]="form">
        <mat-form-field>
          <mat-label>{{ 'accounts.change-password.present' | transloco }}</mat-label>
          <input matInput type="password" autocomplete="current-password" [formField]="form.present" />
          <mat-error><lib-field-error [field]="form.present" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'accounts.new-password.password' | transloco }}</mat-label>
          <input matInput type="password" autocomplete="new-password" [formField]="form.password" />
          <mat-hint>{{ 'accounts.password-hint' | transloco }}</mat-hint>
          <mat-error><lib-field-error [field]="form.password" /></mat-error>
        </mat-form-field>
        <lib-form-problem [form]="form" />
        <div class="row">
          <button mat-flat-button [disabled]="form().submitting()">
            {{ 'accounts.change-password.do' | transloco }}
          </button>
          <a routerLink="/forgotten-password">{{ 'accounts.sign-in.forgotten' | transloco }}</a>
        </div>
      </form>
    }
  `,
})
export class ChangePasswordPage {
  private readonly api = inject(Api);
  protected readonly done = signal(false);
  private readonly model = signal({ present: '', password: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.present);
      required(path.password);
      minLength(path.password, 12);
    },
    async () => {
      await this.api.send(changePassword, { body: this.model() });
      this.done.set(true);
    },
  );
}
