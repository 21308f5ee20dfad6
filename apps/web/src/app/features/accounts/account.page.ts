import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeMe, type Me } from '@libretto/contracts';
import { changeBetween } from '@libretto/domain';
import { Api } from '../../platform/api';
import { ReadingLanguage } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { zonesToChoose } from '../../platform/time';
import { FieldError, FormProblem, formToSend, names } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { InstitutionField } from './institution-field';
import { NameFields } from './name-fields';

@Component({
  selector: 'lib-account-page',
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
    InstitutionField,
    NameFields,
    PageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account.page.html',
})
export class AccountPage {
  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);
  protected readonly reading = inject(ReadingLanguage);

  protected readonly zones = zonesToChoose(this.signedIn.me()?.timeZone);
  protected readonly email = this.signedIn.me()?.email;
  protected readonly saved = signal(false);
  private readonly institutionField = viewChild(InstitutionField);
  private readonly model = linkedSignal(() => editableOf(this.signedIn.me()));
  protected readonly form = formToSend(
    this.model,
    (path) => {
      names(path);
      // Words that name no institution are no answer yet.
      validate(path.institution, () => (this.institutionField()?.unsettled() ? { kind: 'unsettled' } : undefined));
    },
    () => this.save(),
  );

  private async save(): Promise<void> {
    this.saved.set(false);
    // Sends only the fields changed here: a change from another window stays.
    const change = changeBetween(bodyOf(editableOf(this.signedIn.me())), bodyOf(this.model()));
    await this.api.send(changeMe, { body: change?.to ?? {} });
    await this.signedIn.refresh();
    await this.reading.show(this.model().language);
    this.saved.set(true);
  }
}

const bodyOf = ({ institution, birthDate, ...rest }: ReturnType<typeof editableOf>) => ({
  ...rest,
  birthDate: birthDate || null,
  institutionId: institution?.id ?? null,
});

const editableOf = (me: Me | null) => ({
  givenName: me?.givenName ?? '',
  familyName: me?.familyName ?? '',
  birthDate: me?.birthDate ?? '',
  institution: me?.institution ?? null,
  language: me?.language ?? 'en',
  timeZone: me?.timeZone ?? 'UTC',
});
