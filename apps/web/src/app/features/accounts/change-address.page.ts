import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { changeAddress } from '@libretto/contracts';
import { hoursOfCode } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-change-address-page',
  imports: [FormRoot, PageHeader, RouterLink, Send, TextField, SentencePipe],
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
        <lib-text-field
          [label]="'accounts.change-address.email' | transloco"
          type="email"
          autocomplete="email"
          [field]="form.email"
        />
        <lib-text-field
          [label]="'accounts.password' | transloco"
          type="password"
          autocomplete="current-password"
          [field]="form.password"
        />
        <lib-send [form]="form" [verb]="'accounts.change-address.do' | transloco" />
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
  protected readonly form = formToSend(changeAddress, this.model, async () => {
    await this.api.send(changeAddress, { body: this.model() });
    this.asked.set(this.model().email);
  });
}
