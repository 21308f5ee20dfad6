import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SessionView } from '@libretto/contracts';
import { InLanguagePipe } from '../../platform/language';
import { ClockTimePipe, Moment } from '../../platform/time';
import { Status } from '../../ui/status';

/** One session: its subject, its time in both zones, and its place. Actions on it go inside. */
@Component({
  selector: 'lib-session-line',
  imports: [ClockTimePipe, InLanguagePipe, Moment, Status, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-line.html',
  styleUrl: './session-line.css',
  host: { '[class.cancelled]': "session().state === 'cancelled'" },
})
export class SessionLine {
  readonly session = input.required<SessionView>();
  /** Off on the page of the module itself. */
  readonly withModule = input(true);

  /** The venue on a map that needs no account. */
  protected readonly map = computed(() => {
    const { room } = this.session();
    return room && `https://www.openstreetmap.org/search?query=${encodeURIComponent(room.address)}`;
  });
}
