import { BriefChoice } from '../../ui/brief-choice';
import { RefusalPipe } from '../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readProjectWork, readReceipt } from '@libretto/contracts';
import { Api, fileAddress } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, Moment } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { PublicationConsent } from '../publication';
import { askForTimer } from '../workload';
import { AnnotatedWork } from './annotations/annotated-work';
import { GroupChoice } from './group-choice';
import { Markings } from './markings';
import { Contributions } from './contributions';
import { HandInForm } from './handing-in/hand-in-form';
import { VersionParts } from './handing-in/version-parts';
import { MinutesForm } from './minutes-form';
import { OwnResult } from './own-result';
import { WorkspaceCard } from './workspace/workspace-card';

/** The group's own project work: its deadline, its submissions, its results. */
@Component({
  selector: 'lib-project-work-page',
  imports: [
    AnnotatedWork,
    RefusalPipe,
    BriefChoice,
    Contributions,
    OwnResult,
    Empty,
    GroupChoice,
    HandInForm,
    HoursBar,
    InLanguagePipe,
    Markings,
    HoursPipe,
    MinutesForm,
    Moment,
    PageHeader,
    PublicationConsent,
    RouterLink,
    Status,
    SentencePipe,
    VersionParts,
    Waiting,
    WorkspaceCard,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-work.page.html',
  styles: 'lib-hours-bar { display: block; max-width: var(--measure); } .receipt { display: block; }',
})
export class ProjectWorkPage {
  readonly editionId = input.required<string>();
  /** The brief, where the programme has several. */
  readonly brief = input<string>();

  private readonly api = inject(Api);
  private readonly asked = computed(() => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief() },
  }));
  protected readonly work = this.api.read(readProjectWork, () => this.asked());
  protected readonly timer = askForTimer();
  protected readonly current = computed(() => {
    const view = this.work.value();
    return view?.works.find(({ attempt }) => attempt === view.attempt);
  });
  /** The brief that is shown, among all. */
  protected readonly chosen = computed(() => {
    const view = this.work.value();
    return view?.briefs.find(({ id }) => id === view.briefId);
  });
  protected readonly passed = computed(() => this.work.value()?.works[0]?.result?.outcome === 'passed');
  /** They are asked for once somebody opens them. */
  protected readonly wantsAnnotations = signal(false);
  /** The version that was handed in here, until another brief is shown. */
  protected readonly arrived = linkedSignal<string | undefined, number | undefined>({
    source: this.brief,
    computation: () => undefined,
  });

  protected receiptOf(submissionId: string): string {
    return fileAddress(readReceipt, { params: { editionId: this.editionId(), submissionId } });
  }

  protected arrive(version: number): void {
    this.arrived.set(version);
    this.work.reload();
  }
}
