import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { correctAttendance } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** Somebody at a session, as a correction finds them. */
export interface Corrected {
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly mark: AttendanceMark | null;
  readonly minutesLate: number;
}

/** Gives one or several marks of closed rolls another value, for one reason. */
@Component({
  selector: 'lib-correction-form',
  imports: [FormRoot, MatButtonModule, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './correction-form.html',
})
export class CorrectionForm {
  readonly editionId = input.required<string>();
  readonly of = input.required<readonly Corrected[]>();
  readonly lateCountsMinutes = input.required<boolean>();
  readonly corrected = output();
  readonly left = output();

  private readonly api = inject(Api);
  protected readonly marks = attendanceMarks;
  /** Begins anew where others are chosen; what is typed stays where only their number changes. */
  private readonly first = computed(() => this.of()[0]);
  private readonly model = linkedSignal<Corrected | undefined, Typed>({
    source: this.first,
    computation: (first) => ({ mark: first?.mark ?? 'present', minutesLate: first?.minutesLate ?? 0, reason: '' }),
  });
  protected readonly form = formToSend(correctAttendance, this.model, (typed) => this.save(typed), {
    body: (typed) => this.bodyOf(typed),
  });

  private async save(typed: Typed): Promise<void> {
    await this.api.send(correctAttendance, { params: { editionId: this.editionId() }, body: this.bodyOf(typed) });
    this.corrected.emit();
  }

  /** Minutes belong to somebody who was late. */
  private bodyOf({ minutesLate, ...typed }: Typed) {
    const marks = this.of().map(({ sessionId, enrolmentId }) => ({ sessionId, enrolmentId }));
    return { ...typed, marks, ...(typed.mark === 'late' && { minutesLate }) };
  }
}

interface Typed {
  readonly mark: AttendanceMark;
  readonly minutesLate: number;
  readonly reason: string;
}
