import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { type MeetingView, noteAttendance } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';

/** The people who attend a meeting; each change is saved at once. */
@Component({
  selector: 'lib-attendance',
  imports: [Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance.html',
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s5);
      max-width: none;
      padding: 0;
      list-style: none;
    }

    label {
      display: inline-flex;
      gap: var(--s2);
      align-items: baseline;
    }
  `,
})
export class Attendance {
  readonly editionId = input.required<string>();
  readonly meeting = input.required<MeetingView>();
  readonly noted = output();

  private readonly api = inject(Api);
  protected readonly sending = new Sending();

  protected async note(accountId: string, attends: boolean): Promise<void> {
    const params = { editionId: this.editionId(), meetingId: this.meeting().id, accountId };
    await this.sending.run(async () => {
      await this.api.send(noteAttendance, { params, body: { attends } });
    });
    this.noted.emit();
  }
}
