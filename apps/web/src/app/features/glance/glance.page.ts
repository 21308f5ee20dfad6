import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readEdition, readGlance, readPlaces } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Waiting } from '../../ui/waiting';
import { ApplicationsBar } from './applications-bar';
import { AttendanceGrid } from './attendance-grid';
import { PlacesGrid } from './places-grid';
import { SessionLine } from './session-line';

/** An edition on one page: the coordinator sees problems at a glance. */
@Component({
  selector: 'lib-glance-page',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    ApplicationsBar,
    AttendanceGrid,
    Empty,
    HoursBar,
    HoursPipe,
    InLanguagePipe,
    PageHeader,
    Pager,
    PlacesGrid,
    SessionLine,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './glance.page.html',
  styleUrl: './glance.page.css',
})
export class GlancePage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly edition = this.api.read(readEdition, () => ({ params: this.params() }));
  protected readonly glance = this.api.read(readGlance, () => ({
    params: this.params(),
    query: { after: this.after() },
  }));
  protected readonly places = this.api.read(readPlaces, () => ({ params: this.params() }));

  /** The number of applications that the commission cannot rule on as it is. */
  protected readonly commissionLacks = computed(() => {
    const lacks = this.glance.value()?.commission.lacks;
    return lacks ? lacks.quorum + lacks.chair : 0;
  });
  protected readonly behind = computed(() => (this.glance.value()?.people ?? []).filter(({ isBehind }) => isBehind));

  /** Each module's planned minutes, next to the average of its participants. */
  protected readonly modules = computed(() => {
    const glance = this.glance.value();
    const people = Math.max(glance?.people.length ?? 0, 1);
    return (glance?.modules ?? []).map(({ number, title, notional, recorded }) => ({
      number,
      title,
      notional,
      attended: Math.round(recorded.contact / people),
      declared: Math.round((recorded['self-study'] + recorded.project) / people),
    }));
  });
}
