import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { openMeeting, readMeetings } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe, today } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { FormProblem, formToSend, TextField } from '../../../ui/form';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';

/** The meetings of a commission: the open one, and the minutes of the others. */
@Component({
  selector: 'lib-meetings-page',
  imports: [
    Empty,
    FormProblem,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    RouterLink,
    Status,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meetings.page.html',
})
export class MeetingsPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly meetings = this.api.read(readMeetings, () => ({ params: { editionId: this.editionId() } }));
  protected readonly open = computed(() => this.meetings.value()?.items.find(({ state }) => state === 'open'));
  private readonly model = signal({ place: '', heldOn: today() });
  protected readonly form = formToSend(openMeeting, this.model, () => this.openOne());

  private async openOne(): Promise<void> {
    const { id } = await this.api.send(openMeeting, { params: { editionId: this.editionId() }, body: this.model() });
    await this.router.navigate(['/editions', this.editionId(), 'meetings', id]);
  }
}
