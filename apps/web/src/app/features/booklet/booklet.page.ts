import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readBooklet, readMyCompletion, readProjectWork } from '@libretto/contracts';
import { allMinutes, type MinutesByKind } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe, Moment } from '../../platform/time';
import { Status } from '../../ui/status';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CompletionExplained, CompletionState } from '../completion';
import { CredentialCard } from '../credentials';
import { SessionLine } from '../schedule';

/** A participant's booklet: progress, and the next step. */
@Component({
  selector: 'lib-booklet-page',
  imports: [
    CompletionExplained,
    CompletionState,
    CredentialCard,
    HoursBar,
    HoursPipe,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    Moment,
    PageHeader,
    RouterLink,
    SessionLine,
    Status,
    TranslocoPipe,
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

  protected readonly recorded = computed(() => allOf(this.booklet.value()?.total.recorded));
  protected readonly credits = computed(() =>
    (this.recorded() / (this.booklet.value()?.minutesPerEcts ?? 1)).toFixed(2),
  );
  /** The modules that count as done for the credential, for which not every foreseen hour may be needed. */
  protected readonly done = computed(() => {
    const answer = this.completion.value()?.requirements.find((requirement) => requirement.kind === 'modules');
    return new Set(answer?.modules.filter(({ done }) => done).map(({ number }) => number));
  });
  protected readonly result = computed(() => this.work.value()?.works.find(({ result }) => result)?.result?.outcome);
  protected readonly versions = computed(() => this.work.value()?.works[0]?.versions.length ?? 0);

  protected all(minutes: MinutesByKind): number {
    return allMinutes(minutes);
  }
}

const allOf = (minutes: MinutesByKind | undefined) => (minutes ? allMinutes(minutes) : 0);
