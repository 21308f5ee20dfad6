import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Path } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { cureOf } from '../cure-of';
import { ProgrammeEditing } from './programme-editing';

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
  readonly path = input.required<Path>();

  private readonly editing = inject(ProgrammeEditing);
  protected readonly faults = computed(() => this.editing.faultsAt(this.path()));
  protected readonly cureOf = cureOf;
}
