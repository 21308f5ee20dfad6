import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  readAttendanceGrid,
  readEdition,
  readEditionPace,
  readGlance,
  readNews,
  readPlaces,
} from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { NewsCall } from '../discussions';
import { PaceChart, PeopleBehind } from '../pace';
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
    SentencePipe,
    ApplicationsBar,
    AttendanceGrid,
    Empty,
    HoursBar,
    HoursPipe,
    InLanguagePipe,
    NewsCall,
    PageHeader,
    PaceChart,
    PeopleBehind,
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

  private readonly api = inject(Api);
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly edition = this.api.read(readEdition, () => ({ params: this.params() }));
  protected readonly glance = this.api.read(readGlance, () => ({ params: this.params() }));
  protected readonly grid = this.api.read(readAttendanceGrid, () => ({ params: this.params() }));
  protected readonly pace = this.api.read(readEditionPace, () => ({ params: this.params() }));
  protected readonly places = this.api.read(readPlaces, () => ({ params: this.params() }));
  protected readonly news = this.api.read(readNews, () => ({ params: this.params() }));

  /** The number of applications that the commission cannot rule on as it is. */
  protected readonly commissionLacks = computed(() => {
    const lacks = this.glance.value()?.commission.lacks;
    return lacks ? lacks.quorum + lacks.chair : 0;
  });

  /** Each module's planned minutes, next to the average of its participants. */
  protected readonly modules = computed(() => {
    const glance = this.glance.value();
    const people = Math.max(glance?.participants ?? 0, 1);
    return (glance?.modules ?? []).map(({ number, title, notional, recorded }) => ({
      number,
      title,
      notional,
      attended: Math.round(recorded.contact / people),
      declared: Math.round((recorded['self-study'] + recorded.project) / people),
    }));
  });
}
