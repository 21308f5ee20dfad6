import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { AppealView, EvidenceView } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { RulingTold } from './ruling-told';

/**
 * An appeal for the members who decide on it: the applicant's statement and evidence, beside the ruling under appeal.
 */
@Component({
  selector: 'lib-appeal-beside-ruling',
  imports: [MatButtonModule, SentencePipe, LongDayPipe, RulingTold],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './appeal-beside-ruling.html',
  styleUrls: ['./own-rulings.css', './appeal-beside-ruling.css'],
})
export class AppealBesideRuling {
  readonly appeal = input.required<AppealView>();
  /** Whether it is decided: then the vote form shows the second ruling. */
  readonly decided = input.required<boolean>();
  /** Whether the member has voted in the second round. */
  readonly voted = input.required<boolean>();
  /** The file that is open on the page. */
  readonly shown = input<string>();
  readonly opened = output<EvidenceView>();
}
