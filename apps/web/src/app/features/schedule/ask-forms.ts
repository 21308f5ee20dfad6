import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { askToBeExcused, contestAttendance } from '@libretto/contracts';
import { type AttendanceMark, type ExcuseReason, excuseReasons } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** A participant asks to be excused from a session. A document is added afterwards. */
@Component({
  selector: 'lib-excuse-form',
  imports: [FormRoot, MatButtonModule, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './excuse-form.html',
})
export class ExcuseForm {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly asked = output();
  readonly left = output();

  private readonly api = inject(Api);
  protected readonly reasons = excuseReasons;
  private readonly model = signal<{ reason: ExcuseReason; words: string }>({ reason: 'illness', words: '' });
  protected readonly form = formToSend(askToBeExcused, this.model, async (body) => {
    const params = { editionId: this.editionId(), sessionId: this.sessionId() };
    await this.api.send(askToBeExcused, { params, body });
    this.asked.emit();
  });
}

/** The marks that somebody can say they should have; being excused is asked for. */
const claims = ['present', 'late'] as const satisfies readonly AttendanceMark[];

/** A participant contests their mark on a closed roll. */
@Component({
  selector: 'lib-contest-form',
  imports: [FormRoot, MatButtonModule, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contest-form.html',
})
export class ContestForm {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();
  readonly lateCountsMinutes = input.required<boolean>();
  readonly asked = output();
  readonly left = output();

  private readonly api = inject(Api);
  protected readonly claims = claims;
  private readonly model = signal<Claimed>({ mark: 'present', minutesLate: 0, words: '' });
  protected readonly form = formToSend(contestAttendance, this.model, (typed) => this.send(typed), { body: bodyOf });

  private async send(typed: Claimed): Promise<void> {
    const params = { editionId: this.editionId(), sessionId: this.sessionId() };
    await this.api.send(contestAttendance, { params, body: bodyOf(typed) });
    this.asked.emit();
  }
}

interface Claimed {
  readonly mark: AttendanceMark;
  readonly minutesLate: number;
  readonly words: string;
}

const bodyOf = ({ minutesLate, ...typed }: Claimed) => ({ ...typed, ...(typed.mark === 'late' && { minutesLate }) });
