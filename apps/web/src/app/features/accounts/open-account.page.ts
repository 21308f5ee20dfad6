import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, resource } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { openAccount, readCode } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { ErrorPanel } from '../../ui/error-panel';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { NameFields } from './name-fields';

/**
 * The page behind the link of a registration or an invitation: its code proves the address, and the password is chosen
 * here.
 */
@Component({
  selector: 'lib-open-account-page',
  imports: [ErrorPanel, FormRoot, NameFields, PageHeader, RouterLink, Send, Skeleton, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './open-account.page.html',
})
export class OpenAccountPage {
  readonly code = input('');

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);
  private readonly signedIn = inject(SignedIn);
  protected readonly proven = resource({
    params: () => this.code(),
    loader: ({ params: code }) => this.api.send(readCode, { body: { code } }),
  });

  private readonly model = linkedSignal(() => {
    const said = this.proven.hasValue() ? this.proven.value() : undefined;
    return { givenName: said?.givenName ?? '', familyName: said?.familyName ?? '', password: '' };
  });
  protected readonly form = formToSend(openAccount, this.model, () => this.open());

  private async open(): Promise<void> {
    // The device's settings are not asked for; the account page changes them.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    await this.api.send(openAccount, {
      body: { ...this.model(), code: this.code(), language: this.reading.code(), timeZone },
    });
    await this.signedIn.refresh();
    await this.router.navigateByUrl('/', { replaceUrl: true });
  }
}
