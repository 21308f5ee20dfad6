import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { readDemo, signIn } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'lib-sign-in-page',
  imports: [FormRoot, MatButtonModule, PageHeader, RouterLink, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.css',
})
export class SignInPage {
  /** The address to return to. */
  readonly then = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);
  private readonly signedIn = inject(SignedIn);

  protected readonly demo = this.api.read(readDemo, () => ({}));
  private readonly model = signal({ email: '', password: '' });
  protected readonly form = formToSend(signIn, this.model, () => this.enter(this.model()));

  /** Signs in as one of the demo's people. */
  protected async be(email: string, password: string): Promise<void> {
    this.model.set({ email, password });
    await submit(this.form);
  }

  private async enter(body: { email: string; password: string }): Promise<void> {
    await this.api.send(signIn, { body });
    const me = await this.signedIn.refresh();
    if (me) await this.reading.choose(me.language);
    // Back leads to the page before, not to the sign-in form.
    await this.router.navigateByUrl(this.then() ?? '/', { replaceUrl: true });
  }
}
