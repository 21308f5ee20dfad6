import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { giveConsent, type OwnConsent, refuseConsent } from '@libretto/contracts';
import { contributorRoles, type ContributorRole } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { countriesIn, injectSay, ReadingLanguage, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { consentTones } from './consent-tones';

/** One consent: how somebody is named, and the answers that they can give. */
@Component({
  selector: 'lib-consent-form',
  imports: [
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    MatCheckboxModule,
    Refused,
    RouterLink,
    SelectField,
    Send,
    SentencePipe,
    Status,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './consent-form.html',
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      font-weight: 600;
    }

    .roles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
    }
  `,
})
export class ConsentForm {
  readonly editionId = input.required<string>();
  readonly item = input.required<OwnConsent>();
  readonly answered = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  protected readonly tones = consentTones;
  protected readonly allRoles = contributorRoles;
  protected readonly countries = computed(() => countriesIn(this.reading.code()));
  protected readonly sending = new Sending();
  protected readonly done = signal<'done' | 'gone' | undefined>(undefined);

  private readonly asked = computed(() => ({ params: { editionId: this.editionId(), workId: this.item().workId } }));
  private readonly model = linkedSignal(() => {
    const { name, institution, country, orcid } = this.item().contribution;
    return { name, institution: institution ?? '', country: country ?? '', orcid: orcid ?? '' };
  });
  protected readonly roles = linkedSignal<ReadonlySet<ContributorRole>>(() => new Set(this.item().contribution.roles));
  protected readonly form = formToSend(giveConsent, this.model, (typed) => this.give(this.bodyOf(typed)), {
    body: (typed) => this.bodyOf(typed),
  });

  private bodyOf({ name, institution, country, orcid }: ReturnType<typeof this.model>) {
    return {
      name,
      institution: institution || null,
      country: (country || null) as OwnConsent['contribution']['country'],
      orcid: orcid || null,
      roles: [...this.roles()],
    };
  }

  protected choose(role: ContributorRole, isChosen: boolean): void {
    this.roles.update((roles) => new Set(isChosen ? [...roles, role] : [...roles].filter((one) => one !== role)));
  }

  private async give(body: ReturnType<typeof this.bodyOf>): Promise<void> {
    await this.api.send(giveConsent, { ...this.asked(), body });
    this.done.set('done');
    this.answered.emit();
  }

  protected async refuse(verb: 'decline' | 'withdraw'): Promise<void> {
    const say = (key: KeyBelow<'publication.own'>) => this.say(`publication.own.${key}`);
    const consequence = { title: say(`${verb}-title`), consequence: say(`${verb}-consequence`), verb: say(verb) };
    if (!(await this.confirm.ask(consequence))) return;
    const isDone = await this.sending.run(() => this.api.send(refuseConsent, this.asked()));
    if (isDone) this.done.set('gone');
    this.answered.emit();
  }
}
