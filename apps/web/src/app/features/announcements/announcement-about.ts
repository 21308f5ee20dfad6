import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { AnnouncementListed } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Status } from '../../ui/status';

/** Who wrote an announcement, for whom, and when it was sent or is to be. */
@Component({
  selector: 'lib-announcement-about',
  imports: [Moment, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './announcement-about.html',
  styles: ':host { display: block; color: var(--soft); font-size: var(--small); }',
})
export class AnnouncementAbout {
  readonly announcement = input.required<AnnouncementListed>();
  readonly zone = input.required<string>();
}
