import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { declareSelfStudy, type TimedDay, type TimerView } from '@libretto/contracts';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { formToSend, Send } from '../../ui/form';
import { anHourToday, bodyOfTime, measuredTime, rulesOfTime, TimeFields, type TypedTime } from './time-fields';
import { WorkTimer } from './work-timer';

/** Declares self-study of a day or a span of days for a module, within its cap. */
@Component({
  selector: 'lib-self-study-form',
  imports: [FormRoot, HoursPipe, Send, SentencePipe, TimeFields, WorkTimer],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'workload.declare.left' | transloco: { minutes: left(), left: left() | hours } }}</p>
    <lib-work-timer
      [timer]="timer()"
      [editionId]="editionId()"
      [moduleNumber]="moduleNumber()"
      [mayStart]="left() > 0"
      (next)="fill($event)"
    />
    @if (left() > 0) {
      <form [formRoot]="form">
        <lib-time-fields [form]="form" />
        <lib-send [form]="form" [verb]="'workload.declare.do' | transloco" outlined />
      </form>
    }
    <p class="small soft" role="status">
      @if (added(); as minutes) {
        {{ 'workload.declare.done' | transloco: { time: minutes | hours } }}
      }
    </p>
  `,
})
export class SelfStudyForm {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<number>();
  readonly left = input.required<number>();
  readonly timer = input.required<HttpResourceRef<TimerView | undefined>>();
  readonly declared = output();

  private readonly api = inject(Api);
  /** One per entry: sending it twice, after a broken connection, writes it once. */
  private readonly entryId = signal(v7());
  protected readonly added = signal<number | undefined>(undefined);
  private readonly model = signal(anHourToday());
  protected readonly form = formToSend(declareSelfStudy, this.model, (typed) => this.declare(typed), {
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
    const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
    await this.api.send(declareSelfStudy, { params, body: { entryId: this.entryId(), ...time } });
    this.entryId.set(v7());
    this.added.set(time.minutes);
    this.timer().reload();
    this.declared.emit();
  }
}
