import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { correctAttendance, type Roll } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';
import { Api } from '../../platform/api';
import { LongDayPipe } from '../../platform/time';
import { formToSend, Send, TextField } from '../../ui/form';
import { Status, type Tone } from '../../ui/status';

const tones: Readonly<Record<AttendanceMark, Tone>> = { present: 'good', late: 'wait', excused: 'wait', absent: 'bad' };

/** A closed roll, its corrections with their reasons, and a form to correct a mark. */
@Component({
  selector: 'lib-closed-roll',
  imports: [
    FormField,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    Send,
    Status,
    TextField,
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

  private readonly model = signal<Typed>({ mark: 'present', minutesLate: 0, reason: '' });
  protected readonly form = formToSend(correctAttendance, this.model, (typed) => this.save(typed), { body: bodyOf });

  protected correct({ enrolmentId, mark, minutesLate }: Roll['people'][number]): void {
    this.model.set({ mark: mark ?? 'present', minutesLate, reason: '' });
    this.form().reset();
    this.wrong.set(enrolmentId);
  }

  protected leave(): void {
    this.wrong.set(undefined);
  }

  private async save(typed: Typed): Promise<void> {
    const params = { editionId: this.editionId(), sessionId: this.roll().session.id, enrolmentId: this.wrong() ?? '' };
    await this.api.send(correctAttendance, { params, body: bodyOf(typed) });
    this.leave();
    this.corrected.emit();
  }
}

interface Typed {
  readonly mark: AttendanceMark;
  readonly minutesLate: number;
  readonly reason: string;
}

/** Minutes belong to somebody who was late. */
const bodyOf = ({ minutesLate, ...body }: Typed) => ({ ...body, ...(body.mark === 'late' && { minutesLate }) });
