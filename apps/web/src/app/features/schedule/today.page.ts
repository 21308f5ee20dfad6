import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readEditionPace, readMarkingList, readNews, readToday } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { HowFarPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { NewsCall } from '../discussions';
import { PeopleBehind } from '../pace';
import { OpenRequests } from './open-requests';
import { SessionLine } from './session-line';

/** The tutor's work of now: the session in progress, rolls left open, works to mark by age. */
@Component({
  selector: 'lib-today-page',
  imports: [
    Empty,
    HowFarPipe,
    MatButtonModule,
    NewsCall,
    OpenRequests,
    PageHeader,
    PeopleBehind,
    RouterLink,
    SessionLine,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './today.page.html',
  styleUrl: './session-list.css',
})
export class TodayPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly today = this.api.read(readToday, () => ({ params: { editionId: this.editionId() } }));
  protected readonly marking = this.api.read(readMarkingList, () => ({ params: { editionId: this.editionId() } }));
  protected readonly news = this.api.read(readNews, () => ({ params: { editionId: this.editionId() } }));
  protected readonly pace = this.api.read(readEditionPace, () => ({ params: { editionId: this.editionId() } }));

  /** The roll that the filled button opens: of the session in progress, or else the oldest left open. */
  protected readonly urgent = computed(() => {
    const today = this.today.value();
    return today?.now[0] ?? today?.rollsToClose[0];
  });
  protected readonly toMark = computed(() => (this.marking.value()?.items ?? []).filter(({ can }) => can.mark));
}
