import { RefusalPipe } from '../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { handInWork, readProjectWork, readSubmittedFile } from '@libretto/contracts';
import { Api, fileAddress } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, Moment } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { Refused } from '../../ui/sending';
import { Uploading } from '../../ui/uploading';
import { FileDrop } from '../../ui/file-drop';
import { FileLink } from '../../ui/file-link';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { PublicationConsent } from '../publication';
import { askForTimer } from '../workload';
import { AnnotatedWork } from './annotations/annotated-work';
import { BriefChoice } from './brief-choice';
import { GroupChoice } from './group-choice';
import { Markings } from './markings';
import { Contributions } from './contributions';
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
    FileDrop,
    FileLink,
    GroupChoice,
    HoursBar,
    InLanguagePipe,
    Markings,
    HoursPipe,
    MatButtonModule,
    MatCheckboxModule,
    MinutesForm,
    Moment,
    PageHeader,
    PublicationConsent,
    Refused,
    Status,
    SentencePipe,
    Waiting,
    WorkspaceCard,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-work.page.html',
  styles:
    'fieldset { border: 0; margin: var(--s3) 0 0; padding: 0; } legend { font-weight: 600; padding: 0; } code { overflow-wrap: anywhere; } .chosen { margin-top: var(--s3); } lib-hours-bar { display: block; max-width: var(--measure); }',
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
  protected readonly passed = computed(() => this.work.value()?.works[0]?.result?.outcome === 'passed');
  protected readonly nextVersion = computed(() => (this.current()?.versions.length ?? 0) + 1);

  protected readonly chosen = signal<File | undefined>(undefined);
  /** Whether the statement of originality is confirmed. */
  protected readonly original = signal(false);
  protected readonly sending = new Uploading();
  /** They are asked for once somebody opens them. */
  protected readonly wantsAnnotations = signal(false);
  protected readonly arrived = signal<number | undefined>(undefined);

  protected choose(file: File): void {
    this.sending.forget();
    this.arrived.set(undefined);
    this.chosen.set(file);
  }

  protected async handIn(file: File): Promise<void> {
    const version = this.nextVersion();
    const { params, query } = this.asked();
    const original = this.original() ? 'true' : undefined;
    if (await this.sending.upload(handInWork, { params, query: { ...query, original } }, file)) {
      this.arrived.set(version);
      this.chosen.set(undefined);
      this.original.set(false);
    }
    this.work.reload();
  }

  protected address(submissionId: string): string {
    return fileAddress(readSubmittedFile, { params: { editionId: this.editionId(), submissionId } });
  }
}
