import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type MyApplication, readEvidenceFile } from '@libretto/contracts';
import { fileAddress } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { DeadlinePipe, HowFarPipe, LongDayPipe } from '../../../platform/time';
import { RulingTold } from './ruling-told';
import { FileLink } from '../../../ui/file-link';

/**
 * The ruling on one's own application and the deadline for an appeal; after an appeal its statement, and both rulings
 * side by side.
 */
@Component({
  selector: 'lib-own-rulings',
  imports: [FileLink, SentencePipe, DeadlinePipe, HowFarPipe, LongDayPipe, RulingTold],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './own-rulings.html',
  styleUrl: './own-rulings.css',
})
export class OwnRulings {
  readonly editionId = input.required<string>();
  readonly application = input.required<NonNullable<MyApplication['application']>>();
  /** The edition's time zone: the last day to appeal is one of its calendar. */
  readonly zone = input.required<string>();

  protected readonly files = computed(() => this.application().evidence.filter(({ ofAppeal }) => ofAppeal));
  protected address(evidenceId: string): string {
    return fileAddress(readEvidenceFile, { params: { editionId: this.editionId(), evidenceId } });
  }
}
