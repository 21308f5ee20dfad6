import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { changeMe, type Institution } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { Refused, Sending } from '../../ui/sending';
import { InstitutionField } from './institution-field';

/** The person's institution, chosen or added within another page and stored in their account at once. */
@Component({
  selector: 'lib-own-institution',
  imports: [InstitutionField, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-institution-field [value]="chosen()" (valueChange)="keep($event)" />
    <p class="small" role="status">{{ saved() ? ('accounts.account.saved' | transloco) : '' }}</p>
    <lib-refused [of]="sending" />
  `,
})
export class OwnInstitution {
  readonly institution = input.required<Institution | null>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);
  protected readonly chosen = linkedSignal(() => this.institution());
  protected readonly saved = signal(false);
  protected readonly sending = new Sending();

  protected async keep(institution: Institution | null): Promise<void> {
    // An emptied field is being searched in: the stored institution stays meanwhile.
    if (!institution || institution.id === this.institution()?.id) return;
    await this.sending.run(async () => {
      await this.api.send(changeMe, { body: { institutionId: institution.id } });
      this.chosen.set(institution);
      this.saved.set(true);
      await this.signedIn.refresh();
      this.changed.emit();
    });
  }
}
