import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { register } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { NameFields } from './name-fields';

@Component({
  selector: 'lib-register-page',
  imports: [FormRoot, NameFields, PageHeader, RouterLink, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './register.page.html',
})
export class RegisterPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);

  private readonly model = signal({ givenName: '', familyName: '', email: '' });
  protected readonly form = formToSend(register, this.model, () => this.register());

  private async register(): Promise<void> {
    await this.api.send(register, { body: { ...this.model(), language: this.reading.code() } });
    await this.router.navigateByUrl('/register/sent');
  }
}
