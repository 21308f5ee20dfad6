import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Glance } from '@libretto/contracts';
import { applicationStates } from '@libretto/domain';

/** Applications by state: one bar, as long as there are applications, and the same in figures. */
@Component({
  selector: 'lib-applications-bar',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="bar drawn" aria-hidden="true">
      @for (part of parts(); track part.state) {
        <div [class]="part.state" [style.flex-grow]="part.applications"></div>
      }
    </div>
    <ul>
      @for (part of parts(); track part.state) {
        <li>
          <span class="key drawn" [class]="part.state" aria-hidden="true"></span>
          <strong>{{ part.applications }}</strong> {{ 'glance.application.' + part.state | transloco }}
        </li>
      }
    </ul>
  `,
  styleUrl: './applications-bar.css',
})
export class ApplicationsBar {
  readonly tally = input.required<Glance['applications']>();

  /** In the order of an application's states. */
  protected readonly parts = computed(() =>
    applicationStates.flatMap((state) => this.tally().filter((part) => part.state === state)),
  );
}
