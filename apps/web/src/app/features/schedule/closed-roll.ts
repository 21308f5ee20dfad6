import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Roll } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { Notices } from '../../ui/notices';
import { Status } from '../../ui/status';
import { AttendanceHistory } from './attendance-history';
import { CorrectionForm } from './correction-form';
import { toneOf } from './mark-tones';

/** A closed roll, its corrections with their reasons, and a form to correct one mark or several. */
@Component({
  selector: 'lib-closed-roll',
  imports: [
    AttendanceHistory,
    Choose,
    ChooseAll,
    Chosen,
    CorrectionForm,
    MatButtonModule,
    RouterLink,
    SentencePipe,
    Status,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './closed-roll.html',
})
export class ClosedRoll {
  readonly roll = input.required<Roll>();
  readonly editionId = input.required<string>();
  readonly corrected = output();

  private readonly notices = inject(Notices);
  protected readonly tones = toneOf;
  protected readonly choice = new Choice(() => this.roll().people.map(({ enrolmentId }) => enrolmentId));
  /** The people whose marks are being corrected. */
  private readonly wrong = linkedSignal<string, readonly string[]>({
    source: () => this.roll().session.id,
    computation: () => [],
  });
  protected readonly correcting = computed(() =>
    this.roll()
      .people.filter(({ enrolmentId }) => this.wrong().includes(enrolmentId))
      .map((person) => ({ ...person, sessionId: this.roll().session.id })),
  );

  protected correct(...enrolmentIds: readonly string[]): void {
    this.wrong.set(enrolmentIds);
  }

  protected done(): void {
    this.correct();
    this.choice.set([]);
    this.notices.tell('attendance-corrected');
    this.corrected.emit();
  }
}
