import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Material } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';

/** What a material is in one line: its kind, its minutes, and where the reader stands with it. */
@Component({
  selector: 'lib-material-about',
  imports: [HoursPipe, InLanguagePipe, LongDayPipe, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './material-about.html',
  styles: ':host { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }',
})
export class MaterialAbout {
  readonly material =
    input.required<
      Pick<
        Material,
        | 'kind'
        | 'minutes'
        | 'isRequired'
        | 'isPublished'
        | 'isOpen'
        | 'opensOn'
        | 'dayHasCome'
        | 'opensAfter'
        | 'progress'
      >
    >();
  /** The material that has to be finished before it opens. */
  protected readonly first = computed(() => {
    const { opensAfter } = this.material();
    return opensAfter?.isFinished ? null : opensAfter;
  });
}
