import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type DossierView, voteOnApplication } from '@libretto/contracts';
import { choicesOf, type VoteChoice } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { FieldError, FormProblem, formToSend, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { Status } from '../../../ui/status';

/** A member's vote, the others' once it is cast, and the ruling once there is one. */
@Component({
  selector: 'lib-vote-form',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    RouterLink,
    Status,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vote-form.html',
  styleUrl: './findings.css',
})
export class VoteForm {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();
  readonly dossier = input.required<NonNullable<DossierView['dossier']>>();
  readonly open = input.required<boolean>();
  readonly next = input.required<string | null>();
  readonly voted = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The exception is offered only if the programme allows one. */
  protected readonly choices = computed(() =>
    choicesOf({ knowsException: this.dossier().questions.some(({ kind }) => kind === 'exception') }),
  );
  private readonly model = linkedSignal<string, { choice: VoteChoice | ''; reason: string }>({
    source: this.applicationId,
    computation: () => ({ choice: '', reason: '' }),
  });
  protected readonly form = formToSend(voteOnApplication, this.model, () => this.vote());

  private async vote(): Promise<void> {
    const { choice, reason } = this.model();
    const params = { editionId: this.editionId(), applicationId: this.applicationId() };
    await this.api.send(voteOnApplication, { params, body: { choice: choice as VoteChoice, reason } });
    this.model.set({ choice: '', reason: '' });
    this.form().reset();
    this.notices.tell('voted');
    this.voted.emit();
    // The next key leads to the next dossier.
    this.host.querySelector('h2')?.focus({ preventScroll: true });
  }
}
