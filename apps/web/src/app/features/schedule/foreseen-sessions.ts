import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import type { readPlanning, ReplyOf, SessionPlan } from '@libretto/contracts';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** The sessions that the programme foresees, with one link and one room for all of them. */
@Component({
  selector: 'lib-foreseen-sessions',
  imports: [FormRoot, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './foreseen-sessions.html',
})
export class ForeseenSessions {
  readonly planning = input.required<ReplyOf<typeof readPlanning>>();
  readonly made = output<SessionPlan['lines']>();

  private readonly reading = inject(ReadingLanguage);
  private readonly inPresence = computed(
    () => new Set(this.planning().modules.flatMap(({ number, mode }) => (mode === 'in-presence' ? [number] : []))),
  );
  private readonly model = signal({ roomId: '', joinUrl: '' });
  protected readonly form = formToSend({}, this.model, async ({ roomId, joinUrl }) =>
    this.made.emit(
      this.planning().foreseen.map(({ moduleNumber, title, day, from, to }) => ({
        module: String(moduleNumber),
        title: title[this.reading.code()] ?? title['en'] ?? '',
        ...{ day, from, to },
        ...(this.inPresence().has(moduleNumber) ? { room: roomId, link: '' } : { room: '', link: joinUrl }),
      })),
    ),
  );
}
