import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { correctAttendance, type Roll } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';
import { Api } from '../../platform/api';
import { LongDayPipe } from '../../platform/time';
import { FieldError, FormProblem, formToSend } from '../../ui/form';
import { Status, type Tone } from '../../ui/status';

const tones: Readonly<Record<AttendanceMark, Tone>> = { present: 'good', late: 'wait', excused: 'wait', absent: 'bad' };

/** A closed roll, its corrections with their reasons, and a form to correct a mark. */
@Component({
  selector: 'lib-closed-roll',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    Status,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './closed-roll.html',
  styles: '.change { margin: 0; font-weight: 400; }',
})
export class ClosedRoll {
  readonly roll = input.required<Roll>();
  readonly editionId = input.required<string>();
  readonly corrected = output();

  private readonly api = inject(Api);
  protected readonly marks = attendanceMarks;
  protected readonly tones = tones;
  private readonly wrong = signal<string | undefined>(undefined);
  protected readonly correcting = computed(() =>
    this.roll().people.find(({ enrolmentId }) => enrolmentId === this.wrong()),
  );

  private readonly model = signal({ mark: 'present' as AttendanceMark, minutesLate: 0, reason: '' });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.reason);
      maxLength(path.reason, 500);
    },
    () => this.save(),
  );

  protected correct({ enrolmentId, mark, minutesLate }: Roll['people'][number]): void {
    this.model.set({ mark: mark ?? 'present', minutesLate, reason: '' });
    this.form().reset();
    this.wrong.set(enrolmentId);
  }

  protected leave(): void {
    this.wrong.set(undefined);
  }

  private async save(): Promise<void> {
    const { mark, minutesLate, reason } = this.model();
    const params = { editionId: this.editionId(), sessionId: this.roll().session.id, enrolmentId: this.wrong() ?? '' };
    await this.api.send(correctAttendance, {
      params,
      body: { mark, reason, ...(mark === 'late' ? { minutesLate } : {}) },
    });
    this.leave();
    this.corrected.emit();
  }
}
