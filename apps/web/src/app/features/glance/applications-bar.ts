import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Glance } from '@libretto/contracts';
import { applicationStates } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';

/** Applications by state: one bar, as long as there are applications, and the same in figures. */
@Component({
  selector: 'lib-applications-bar',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './applications-bar.html',
  styleUrl: './applications-bar.css',
})
export class ApplicationsBar {
  readonly tally = input.required<Glance['applications']>();

  /** In the order of an application's states. */
  protected readonly parts = computed(() =>
    applicationStates.flatMap((state) => this.tally().filter((part) => part.state === state)),
  );
}
