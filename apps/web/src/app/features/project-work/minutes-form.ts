import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { declareProjectMinutes, type TimedDay, type TimerView } from '@libretto/contracts';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { formToSend, Send } from '../../ui/form';
import { anHourToday, bodyOfTime, measuredTime, rulesOfTime, TimeFields, type TypedTime, WorkTimer } from '../workload';

/** Writes one's own minutes on the project work to the ledger. */
@Component({
  selector: 'lib-minutes-form',
  imports: [FormRoot, HoursPipe, Send, SentencePipe, TimeFields, WorkTimer],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-work-timer [timer]="timer()" [editionId]="editionId()" [project]="project()" (next)="fill($event)" />
    <form [formRoot]="form">
      <lib-time-fields [form]="form" />
      <lib-send [form]="form" [verb]="'project-work.minutes.add' | transloco" outlined />
      <p class="small soft" aria-live="polite">
        @if (added(); as minutes) {
          {{ 'project-work.minutes.added' | transloco: { time: minutes | hours } }}
        } @else {
          {{ 'project-work.minutes.hint' | transloco }}
        }
      </p>
    </form>
  `,
  styles: ':host { display: block; margin-top: var(--s4); } p { margin-top: var(--s2); }',
})
export class MinutesForm {
  readonly editionId = input.required<string>();
  readonly project = input.required<{ readonly brief: string; readonly module: number }>();
  readonly timer = input.required<HttpResourceRef<TimerView | undefined>>();
  readonly declared = output();

  private readonly api = inject(Api);
  /** One per entry: sending it twice, after a broken connection, writes it once. */
  private readonly entryId = signal(v7());
  protected readonly added = signal<number | undefined>(undefined);
  private readonly model = signal(anHourToday());
  protected readonly form = formToSend(declareProjectMinutes, this.model, (typed) => this.declare(typed), {
    body: bodyOfTime,
    rules: rulesOfTime,
    next: anHourToday,
  });

  /** What the timer measured goes into the form, and is used up by an entry with its id. */
  protected fill(day: TimedDay | undefined): void {
    this.entryId.set(day?.id ?? v7());
    this.model.set(day ? measuredTime(day) : anHourToday());
  }

  private async declare(typed: TypedTime): Promise<void> {
    const time = bodyOfTime(typed);
    const body = { entryId: this.entryId(), ...time };
    const query = { brief: this.project().brief };
    await this.api.send(declareProjectMinutes, { params: { editionId: this.editionId() }, query, body });
    this.entryId.set(v7());
    this.added.set(time.minutes);
    this.timer().reload();
    this.declared.emit();
  }
}
