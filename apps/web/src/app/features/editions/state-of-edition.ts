import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EditionCard } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { Status, type Tone } from '../../ui/status';

const tones: Record<EditionCard['state'], Tone> = { draft: 'wait', open: 'now', closed: 'plain' };

/** An edition's state in a word. */
@Component({
  selector: 'lib-state-of-edition',
  imports: [SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './state-of-edition.html',
})
export class StateOfEdition {
  readonly state = input.required<EditionCard['state']>();
  protected readonly tone = computed(() => tones[this.state()]);
}
