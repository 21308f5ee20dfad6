import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  readBooklet,
  readMyCompletion,
  readMyCredential,
  readMyPace,
  readMySurvey,
  readNews,
  readProjectWork,
} from '@libretto/contracts';
import { allMinutes, type MinutesByKind } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe, Moment } from '../../platform/time';
import { Status } from '../../ui/status';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CompletionExplained, CompletionState } from '../completion';
import { CredentialCard } from '../credentials';
import { NewsCall } from '../discussions';
import { PaceChart } from '../pace';
import { CheckInHere, keepScansOffline, SessionLine } from '../schedule';
import { SurveyCall } from '../surveys';

/** A participant's booklet: progress, and the next step. */
@Component({
  selector: 'lib-booklet-page',
  imports: [
    CheckInHere,
    CompletionExplained,
    CompletionState,
    CredentialCard,
    HoursBar,
    HoursPipe,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    Moment,
    NewsCall,
    PaceChart,
    PageHeader,
    RouterLink,
    SessionLine,
    Status,
    SurveyCall,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './booklet.page.html',
  styleUrl: './booklet.page.css',
})
export class BookletPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly params = computed(() => ({ params: { editionId: this.editionId() } }));
  protected readonly booklet = this.api.read(readBooklet, () => this.params());
  protected readonly completion = this.api.read(readMyCompletion, () => this.params());
  protected readonly work = this.api.read(readProjectWork, () => this.params());
  protected readonly credential = this.api.read(readMyCredential, () => this.params());
  protected readonly pace = this.api.read(readMyPace, () => this.params());
  protected readonly news = this.api.read(readNews, () => this.params());
  protected readonly survey = this.api.read(readMySurvey, () => this.params());

  protected readonly recorded = computed(() => allOf(this.booklet.value()?.total.recorded));
  protected readonly credits = computed(() =>
    (this.recorded() / (this.booklet.value()?.minutesPerEcts ?? 1)).toFixed(2),
  );
  /** The modules that count as done for the credential, for which not every foreseen hour may be needed. */
  protected readonly done = computed(() => {
    const answer = this.completion.value()?.requirements.find((requirement) => requirement.kind === 'modules');
    return new Set(answer?.modules.filter(({ done }) => done).map(({ number }) => number));
  });
  /** The first brief for which something can be handed in. */
  protected readonly open = computed(() => this.work.value()?.briefs.find(({ can }) => can.handIn));

  /** The first brief for which feedback is asked. */
  protected readonly asked = computed(() =>
    this.work.value()?.briefs.find(({ feedback }) => feedback && feedback.given < feedback.asked),
  );

  constructor() {
    keepScansOffline();
  }

  protected all(minutes: MinutesByKind): number {
    return allMinutes(minutes);
  }
}

const allOf = (minutes: MinutesByKind | undefined) => (minutes ? allMinutes(minutes) : 0);
