import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { FormRoot, max, min, required } from '@angular/forms/signals';
import type { readPlanning, ReplyOf, SessionPlan } from '@libretto/contracts';
import { mostPlanned } from '@libretto/domain';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { daysOf, weekdays } from './series';

type Typed = Record<'module' | 'title' | 'first' | 'from' | 'to' | 'roomId' | 'joinUrl' | 'until', string> &
  Record<'weeks' | 'times', number>;

/** A session that takes place again and again: asks for its rule, and answers its sessions one by one. */
@Component({
  selector: 'lib-series-form',
  imports: [FormRoot, InLanguagePipe, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './series-form.html',
  styleUrl: './series-form.css',
})
export class SeriesForm {
  readonly planning = input.required<ReplyOf<typeof readPlanning>>();
  readonly made = output<SessionPlan['lines']>();

  protected readonly weekdays = weekdays;
  protected readonly on = signal<readonly string[]>([]);
  private readonly model = linkedSignal<Typed>(() => ({
    module: String(this.planning().modules[0]?.number ?? ''),
    title: '',
    first: '',
    from: '',
    to: '',
    roomId: '',
    joinUrl: '',
    weeks: 1,
    times: 10,
    until: '',
  }));
  protected readonly isInPresence = computed(
    () => this.planning().modules.find(({ number }) => String(number) === this.model().module)?.mode === 'in-presence',
  );
  protected readonly form = formToSend({}, this.model, (typed) => this.make(typed), {
    rules: (path) => {
      for (const part of [path.title, path.first, path.from, path.to]) required(part);
      required(path.roomId, { when: () => this.isInPresence() });
      required(path.joinUrl, { when: () => !this.isInPresence() });
      for (const part of [path.weeks, path.times]) min(part, 1);
      max(path.weeks, 8);
      max(path.times, mostPlanned);
    },
  });

  protected choose(weekday: string, isChosen: boolean): void {
    this.on.update((on) => weekdays.filter((one) => (one === weekday ? isChosen : on.includes(one))));
  }

  private async make({ first, from, to, weeks, times, until, ...typed }: Typed): Promise<void> {
    const ends = until ? { until } : { times };
    const days = await daysOf({ first, weeks, on: this.on(), ends }, mostPlanned);
    const { module, title, roomId: room, joinUrl: link } = typed;
    this.made.emit(days.map((day) => ({ module, title, day, from, to, room, link })));
  }
}
