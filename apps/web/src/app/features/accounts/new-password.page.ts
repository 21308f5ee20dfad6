import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { resetPassword } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

/** The page behind the mailed link for a new password. */
@Component({
  selector: 'lib-new-password-page',
  imports: [FormRoot, PageHeader, RouterLink, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'accounts.new-password.title' | transloco"
      [state]="'accounts.new-password.state' | transloco"
    />
    <form class="form" [formRoot]="form">
      <lib-text-field
        [label]="'accounts.new-password.password' | transloco"
        [hint]="'accounts.password-hint' | transloco"
        type="password"
        autocomplete="new-password"
        [field]="form.password"
      />
      <lib-send [form]="form" [verb]="'accounts.new-password.do' | transloco">
        <a routerLink="/forgotten-password">{{ 'accounts.new-password.again' | transloco }}</a>
      </lib-send>
    </form>
  `,
})
export class NewPasswordPage {
  readonly code = input('');
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly model = signal({ password: '' });
  protected readonly form = formToSend(resetPassword, this.model, async () => {
    await this.api.send(resetPassword, { body: { code: this.code(), ...this.model() } });
    // The new password has ended every sign-in, this one too.
    await this.signedIn.refresh();
    await this.router.navigateByUrl('/sign-in');
  });
}
