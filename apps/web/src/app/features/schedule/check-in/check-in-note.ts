import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RollChanges } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';

/** What a tutor should look at in somebody's check-in. */
@Component({
  selector: 'lib-check-in-note',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (of().sharedWith.length) {
      <span>{{ 'check-in.note.shared' | transloco: { names: of().sharedWith.join(', ') } }}</span>
    }
    @if (of().sentLaterSeconds !== null) {
      <span>{{ 'check-in.note.later' | transloco: { minutes: minutes() } }}</span>
    }
    @if (of().isAway) {
      <span>{{ 'check-in.note.away' | transloco }}</span>
    }
  `,
  styles: `
    span {
      display: block;
      color: var(--amber);
      font-size: var(--small);
    }
  `,
})
export class CheckInNote {
  readonly of = input.required<RollChanges['notes'][number]>();
  protected readonly minutes = computed(() => Math.max(1, Math.round((this.of().sentLaterSeconds ?? 0) / 60)));
}
