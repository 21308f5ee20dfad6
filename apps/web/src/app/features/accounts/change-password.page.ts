import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { changePassword } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-change-password-page',
  imports: [FormRoot, PageHeader, RouterLink, Send, TextField, SentencePipe],
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
        <lib-text-field
          [label]="'accounts.change-password.present' | transloco"
          type="password"
          autocomplete="current-password"
          [field]="form.present"
        />
        <lib-text-field
          [label]="'accounts.new-password.password' | transloco"
          [hint]="'accounts.password-hint' | transloco"
          type="password"
          autocomplete="new-password"
          [field]="form.password"
        />
        <lib-send [form]="form" [verb]="'accounts.change-password.do' | transloco">
          <a routerLink="/forgotten-password">{{ 'accounts.sign-in.forgotten' | transloco }}</a>
        </lib-send>
      </form>
    }
  `,
})
export class ChangePasswordPage {
  private readonly api = inject(Api);
  protected readonly done = signal(false);
  private readonly model = signal({ present: '', password: '' });
  protected readonly form = formToSend(changePassword, this.model, async () => {
    await this.api.send(changePassword, { body: this.model() });
    this.done.set(true);
  });
}
