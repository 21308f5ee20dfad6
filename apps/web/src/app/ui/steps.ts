import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

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
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol class="drawn">
      @for (step of steps(); track step.label) {
        <li [class]="step.is" [attr.aria-current]="step.is === 'now' ? 'step' : null">
          <span class="label">{{ step.label }}</span>
          <span class="unseen">({{ 'shell.steps.' + step.is | transloco }})</span>
          @if (step.note) {
            <span class="note">{{ step.note }}</span>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './steps.css',
})
export class Steps {
  readonly steps = input.required<readonly Step[]>();
}
