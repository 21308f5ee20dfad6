import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { FormField, FormRoot, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { changeMe, type Me } from '@libretto/contracts';
import { changeBetween } from '@libretto/domain';
import { Api } from '../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { zonesToChoose } from '../../platform/time';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { InstitutionField } from './institution-field';
import { NameFields } from './name-fields';

@Component({
  selector: 'lib-account-page',
  imports: [
    SelectField,
    FormField,
    FormRoot,
    InstitutionField,
    NameFields,
    PageHeader,
    RouterLink,
    Send,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account.page.html',
})
export class AccountPage {
  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);
  protected readonly reading = inject(ReadingLanguage);

  protected readonly zones = computed(() => zonesToChoose(this.signedIn.me()?.timeZone));
  protected readonly email = computed(() => this.signedIn.me()?.email);
  protected readonly saved = signal(false);
  private readonly institutionField = viewChild(InstitutionField);
  private readonly model = linkedSignal(() => editableOf(this.signedIn.me()));
  protected readonly form = formToSend(changeMe, this.model, () => this.save(), {
    body: bodyOf,
    // Text that matches no institution is no answer yet.
    rules: (path) =>
      validate(path.institution, () => (this.institutionField()?.unsettled() ? { kind: 'no-such-option' } : undefined)),
  });

  private async save(): Promise<void> {
    this.saved.set(false);
    // Sends only the fields changed here: a change from another window stays.
    const change = changeBetween(bodyOf(editableOf(this.signedIn.me())), bodyOf(this.model()));
    await this.api.send(changeMe, { body: change?.to ?? {} });
    await this.signedIn.refresh();
    await this.reading.choose(this.model().language);
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
