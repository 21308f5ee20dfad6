import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EditionCard } from '@libretto/contracts';
import { Status, type Tone } from '../../ui/status';

const tones: Record<EditionCard['state'], Tone> = { draft: 'wait', open: 'now', closed: 'plain' };

/** An edition's state in a word. */
@Component({
  selector: 'lib-state-of-edition',
  imports: [TranslocoPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lib-status [tone]="tone()">{{ 'editions.state.' + state() | transloco }}</lib-status>`,
})
export class StateOfEdition {
  readonly state = input.required<EditionCard['state']>();
  protected readonly tone = computed(() => tones[this.state()]);
}
