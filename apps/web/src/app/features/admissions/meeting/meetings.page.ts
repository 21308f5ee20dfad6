import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { openMeeting, readMeetings } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { inLanguage, ReadingLanguage } from '../../../platform/language';
import { SignedIn } from '../../../platform/people';
import { LongDayPipe, today } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { FieldError, FormProblem, formToSend } from '../../../ui/form';
import { PageHeader } from '../../../ui/page-header';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { AdmissionsPages } from '../admissions-pages';

/** The meetings of a commission: the one that is open, the minutes of the others. */
@Component({
  selector: 'lib-meetings-page',
  imports: [
    FormField, FormRoot, MatButtonModule, MatFormFieldModule, MatInputModule, RouterLink, TranslocoPipe, LongDayPipe,
    AdmissionsPages, Empty, FieldError, FormProblem, PageHeader, Status, Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './meetings.page.html',
})
export class MeetingsPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);
  private readonly signedIn = inject(SignedIn);
  protected readonly meetings = this.api.read(readMeetings, () => ({ params: { editionId: this.editionId() } }));
  protected readonly over = computed(() => {
    const view = this.meetings.value();
    return view && `${inLanguage(view.programme, this.reading.code())}, ${view.edition}`;
  });
  protected readonly open = computed(() => this.meetings.value()?.items.find(({ state }) => state === 'open'));
  private readonly roles = computed(() => (this.signedIn.me()?.editions ?? []).filter(({ editionId }) => editionId === this.editionId()).map(({ role }) => role));
  protected readonly sits = computed(() => this.roles().some((role) => ['member', 'chair', 'deputy'].includes(role)));
  protected readonly chairs = computed(() => this.roles().some((role) => role === 'chair' || role === 'deputy'));
  protected readonly coordinates = computed(() => this.signedIn.me()?.organisation.includes('coordinator') ?? false);
  private readonly model = signal({ place: '', heldOn: today() });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.place);
      maxLength(path.place, 200);
      required(path.heldOn);
    },
    () => this.openOne(),
  );

  private async openOne(): Promise<void> {
    const { id } = await this.api.send(openMeeting, { params: { editionId: this.editionId() }, body: this.model() });
    await this.router.navigate(['/editions', this.editionId(), 'meetings', id]);
  }
}
