import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeAddress } from '@libretto/contracts';
import { hoursOfCode } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SignedIn } from '../../platform/people';
import { address, FieldError, FormProblem, formToSend } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-change-address-page',
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
      [title]="'accounts.change-address.title' | transloco"
      [state]="'accounts.change-address.state' | transloco: { email: old }"
    />
    @if (asked(); as email) {
      <p role="status">{{ 'accounts.change-address.done' | transloco: { old, email, hours } }}</p>
      <p>{{ 'accounts.sent.not-there' | transloco }}</p>
      <p>
        <a routerLink="/account">{{ 'accounts.account.title' | transloco }}</a>
      </p>
    } @else {
      <form class="form" [formRoot]="form">
        <mat-form-field>
          <mat-label>{{ 'accounts.change-address.email' | transloco }}</mat-label>
          <input matInput type="email" autocomplete="email" [formField]="form.email" />
          <mat-error><lib-field-error [field]="form.email" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'accounts.password' | transloco }}</mat-label>
          <input matInput type="password" autocomplete="current-password" [formField]="form.password" />
          <mat-error><lib-field-error [field]="form.password" /></mat-error>
        </mat-form-field>
        <lib-form-problem [form]="form" />
        <div class="row">
          <button mat-flat-button [disabled]="form().submitting()">
            {{ 'accounts.change-address.do' | transloco }}
          </button>
        </div>
      </form>
    }
  `,
})
export class ChangeAddressPage {
  private readonly api = inject(Api);
  protected readonly old = inject(SignedIn).me()?.email;
  protected readonly hours = hoursOfCode['take-address'];
  protected readonly asked = signal<string | undefined>(undefined);
  private readonly model = signal({ email: '', password: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.email);
      address(path.email);
      required(path.password);
    },
    async () => {
      await this.api.send(changeAddress, { body: this.model() });
      this.asked.set(this.model().email);
    },
  );
}
