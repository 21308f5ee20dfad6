import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { deleteAccount } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

/** Deletes the account: names the data that goes and the data that stays, and asks for the password once more. */
@Component({
  selector: 'lib-delete-account-page',
  imports: [FormRoot, PageHeader, RouterLink, Send, TextField, SentencePipe],
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
      <lib-text-field
        [label]="'accounts.password' | transloco"
        type="password"
        autocomplete="current-password"
        [field]="form.password"
      />
      <lib-send [form]="form" [verb]="'accounts.delete.do' | transloco">
        <a routerLink="/account">{{ 'shell.confirm.leave' | transloco }}</a>
      </lib-send>
    </form>
  `,
})
export class DeleteAccountPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly model = signal({ password: '' });
  protected readonly form = formToSend(deleteAccount, this.model, async () => {
    await this.api.send(deleteAccount, { body: this.model() });
    this.signedIn.leave();
    await this.router.navigateByUrl('/', { replaceUrl: true });
  });
}
