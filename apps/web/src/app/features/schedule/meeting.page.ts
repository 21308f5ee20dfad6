import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { joinMeeting, listRecordings } from '@libretto/contracts';
import { Api, codeOf } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';

/** Where there is nothing to join, and never will be. */
const never: readonly unknown[] = ['schedule.no-meeting', 'schedule.session-cancelled', 'schedule.meeting-over'];

/** Leads into the meeting of a session by a link of one's own; once it is over, to its recordings. */
@Component({
  selector: 'lib-meeting-page',
  imports: [HoursPipe, MatButtonModule, PageHeader, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'schedule.meeting.title' | transloco" [state]="'schedule.meeting.state' | transloco" />
    <lib-refused [of]="joining" />
    @if (canTryAgain()) {
      <p>
        <button mat-flat-button type="button" [disabled]="joining.isBusy()" (click)="join()">
          {{ 'schedule.meeting.again' | transloco }}
        </button>
      </p>
    }
    @if (recordings.value()?.recordings?.length) {
      <h2>{{ 'schedule.meeting.recordings' | transloco }}</h2>
      <ul>
        @for (recording of recordings.value()?.recordings; track recording.url) {
          <li>
            <a [href]="recording.url" target="_blank" rel="noopener noreferrer">{{
              'schedule.meeting.recording' | transloco: { number: $index + 1, length: recording.minutes | hours }
            }}</a>
          </li>
        }
      </ul>
    }
  `,
})
export class MeetingPage implements OnInit {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly joining = new Sending();
  protected readonly canTryAgain = computed(() => {
    const refused = this.joining.refused();
    return refused !== undefined && !never.includes(codeOf(refused));
  });
  protected readonly recordings = this.api.read(listRecordings, () => ({ params: this.params() }));

  ngOnInit(): void {
    void this.join();
  }

  protected async join(): Promise<void> {
    await this.joining.run(async () => {
      const { url } = await this.api.send(joinMeeting, { params: this.params() });
      // Back leads to the page before this one, not into the meeting once more.
      location.replace(url);
    });
  }

  private params() {
    return { editionId: this.editionId(), sessionId: this.sessionId() };
  }
}
