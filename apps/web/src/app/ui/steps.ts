import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { SentencePipe } from '../platform/language';

/** One station of a line. `stopped` is the one at which it ended early. */
export interface Step {
  readonly label: string;
  readonly is: 'done' | 'now' | 'to-come' | 'stopped';
  /** A date or a few words under the label. */
  readonly note?: string;
}

/** The progress of something, on a line from its beginning to its end. */
@Component({
  selector: 'lib-steps',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './steps.html',
  styleUrl: './steps.css',
})
export class Steps {
  readonly steps = input.required<readonly Step[]>();
}
