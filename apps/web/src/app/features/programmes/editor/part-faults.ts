import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { KeyBelow } from '@libretto/language';
import { SentencePipe } from '../../../platform/language';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { ProgrammeEditing } from './programme-editing';
import type { PartPath } from './programme-text';

/** What the check says of one part, with the cure. */
@Component({
  selector: 'lib-part-faults',
  imports: [RefusalPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (fault of faults(); track $index) {
      <span class="fault">{{ fault | refusal }} {{ cureOf(fault.code) | transloco: fault.numbers }}</span>
    }
  `,
  styles: `
    .fault {
      display: block;
      color: var(--red);
    }
  `,
})
export class PartFaults {
  readonly path = input.required<PartPath>();

  private readonly editing = inject(ProgrammeEditing);
  protected readonly faults = computed(() => this.editing.faultsAt(this.path()));
  protected readonly cureOf = (code: string) =>
    code.replace('.', '.cures.') as `programmes.cures.${KeyBelow<'programmes.cures'>}`;
}
