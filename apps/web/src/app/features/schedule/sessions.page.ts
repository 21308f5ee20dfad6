import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listSessions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Clock } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { SessionLine } from './session-line';

@Component({
  selector: 'lib-sessions-page',
  imports: [Empty, MatButtonModule, PageHeader, RouterLink, SessionLine, TranslocoPipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sessions.page.html',
  styleUrl: './session-list.css',
})
export class SessionsPage {
  readonly editionId = input.required<string>();

  protected readonly sessions = inject(Api).read(listSessions, () => ({ params: { editionId: this.editionId() } }));
  private readonly clock = inject(Clock);

  /** A session with a closed roll is over, even before its end. */
  protected readonly ahead = computed(() =>
    this.all().filter(({ state, endsAt }) => state !== 'held' && new Date(endsAt).getTime() > this.clock.now()),
  );
  protected readonly past = computed(() =>
    this.all()
      .filter((session) => !this.ahead().includes(session))
      .toReversed(),
  );
  private readonly all = computed(() => this.sessions.value()?.sessions ?? []);
}
