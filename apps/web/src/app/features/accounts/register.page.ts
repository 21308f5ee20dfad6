import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { register } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { ReadingLanguage } from '../../platform/language';
import { address, FieldError, FormProblem, formToSend, names } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { NameFields } from './name-fields';

@Component({
  selector: 'lib-register-page',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    TranslocoPipe,
    FieldError,
    FormProblem,
    NameFields,
    PageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './register.page.html',
})
export class RegisterPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);

  private readonly model = signal({ givenName: '', familyName: '', email: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      names(path);
      required(path.email);
      address(path.email);
    },
    () => this.register(),
  );

  private async register(): Promise<void> {
    await this.api.send(register, { body: { ...this.model(), language: this.reading.code() } });
    await this.router.navigateByUrl('/register/sent');
  }
}
