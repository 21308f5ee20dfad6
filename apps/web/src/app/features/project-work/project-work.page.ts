import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { handInWork, readProjectWork, readSubmittedFile } from '@libretto/contracts';
import { Api, fileAddress } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { Refused } from '../../ui/sending';
import { Uploading } from '../../ui/uploading';
import { FileDrop } from '../../ui/file-drop';
import { FileLink } from '../../ui/file-link';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { Markings } from './markings';
import { MinutesForm } from './minutes-form';

/** The group's own project work: its deadline, its submissions, its results. */
@Component({
  selector: 'lib-project-work-page',
  imports: [
    Empty,
    FileDrop,
    FileLink,
    HoursBar,
    InLanguagePipe,
    Markings,
    MatButtonModule,
    MinutesForm,
    Moment,
    PageHeader,
    Refused,
    Status,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-work.page.html',
  styles: '.chosen { margin-top: var(--s3); } lib-hours-bar { display: block; max-width: var(--measure); }',
})
export class ProjectWorkPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly work = this.api.read(readProjectWork, () => ({ params: { editionId: this.editionId() } }));
  protected readonly current = computed(() => {
    const view = this.work.value();
    return view?.works.find(({ attempt }) => attempt === view.attempt);
  });
  protected readonly passed = computed(() => this.work.value()?.works[0]?.result?.outcome === 'passed');
  protected readonly nextVersion = computed(() => (this.current()?.versions.length ?? 0) + 1);

  protected readonly chosen = signal<File | undefined>(undefined);
  protected readonly sending = new Uploading();
  protected readonly arrived = signal<number | undefined>(undefined);

  protected choose(file: File): void {
    this.sending.forget();
    this.arrived.set(undefined);
    this.chosen.set(file);
  }

  protected async handIn(file: File): Promise<void> {
    const version = this.nextVersion();
    const params = { editionId: this.editionId() };
    if (await this.sending.upload(handInWork, { params }, file)) {
      this.arrived.set(version);
      this.chosen.set(undefined);
    }
    this.work.reload();
  }

  protected address(submissionId: string): string {
    return fileAddress(readSubmittedFile, { params: { editionId: this.editionId(), submissionId } });
  }
}
