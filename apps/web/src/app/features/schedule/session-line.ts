import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SessionView } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { ClockTimePipe, Moment } from '../../platform/time';
import { Status } from '../../ui/status';
import { VenueMap } from './venue-map';

/** One session: its subject, its time in both zones, and its place. Actions on it go inside. */
@Component({
  selector: 'lib-session-line',
  imports: [ClockTimePipe, InLanguagePipe, Moment, Status, SentencePipe, VenueMap],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-line.html',
  styleUrl: './session-line.css',
  host: { '[class.cancelled]': "session().state === 'cancelled'" },
})
export class SessionLine {
  readonly session = input.required<SessionView>();
  /** Off on the page of the module itself. */
  readonly withModule = input(true);
  /** The tutors who are assigned to it. */
  readonly tutors = input<readonly { readonly name: string }[]>([]);

  protected readonly namesOfTutors = computed(() =>
    this.tutors()
      .map(({ name }) => name)
      .join(', '),
  );
}
