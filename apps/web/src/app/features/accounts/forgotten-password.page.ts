import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { forgetPassword } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-forgotten-password-page',
  imports: [FormRoot, PageHeader, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'accounts.forgotten.title' | transloco"
      [state]="'accounts.forgotten.state' | transloco"
    />
    <form class="form" [formRoot]="form">
      <lib-text-field
        [label]="'accounts.email' | transloco"
        type="email"
        autocomplete="username"
        [field]="form.email"
      />
      <lib-send [form]="form" [verb]="'accounts.forgotten.do' | transloco" />
    </form>
  `,
})
export class ForgottenPasswordPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly model = signal({ email: '' });
  protected readonly form = formToSend(forgetPassword, this.model, async () => {
    await this.api.send(forgetPassword, { body: this.model() });
    await this.router.navigateByUrl('/forgotten-password/sent');
  });
}
