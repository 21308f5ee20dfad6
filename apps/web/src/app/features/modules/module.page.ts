import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readModule } from '@libretto/contracts';
import { allMinutes, workloadKinds } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { HoursBar } from '../../ui/hours-bar';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { SessionLine } from '../schedule';
import { askForTimer, SelfStudyForm } from '../workload';
import { Materials } from './materials';

/** A module: its subject, its sessions, its materials, and one's own hours in it. */
@Component({
  selector: 'lib-module-page',
  imports: [
    HoursBar,
    HoursPipe,
    InLanguagePipe,
    MatButtonModule,
    Materials,
    PageHeader,
    RouterLink,
    SelfStudyForm,
    SessionLine,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './module.page.html',
  styleUrl: './module.page.css',
})
export class ModulePage {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<string>();

  protected readonly module = inject(Api).read(readModule, () => ({
    params: { editionId: this.editionId(), moduleNumber: this.moduleNumber() },
  }));
  protected readonly timer = askForTimer();
  protected readonly kinds = workloadKinds;
  protected readonly total = computed(() =>
    allMinutes(this.module.value()?.notional ?? { contact: 0, 'self-study': 0, project: 0 }),
  );
  /** The first open material that the participant has not finished. */
  protected readonly next = computed(() => {
    const { own, materials = [] } = this.module.value() ?? {};
    return own ? materials.find(({ isOpen, progress }) => isOpen && !progress?.finishedAt) : undefined;
  });
  /** The minutes that all materials ask. */
  protected readonly planned = computed(() =>
    (this.module.value()?.materials ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
  );
  protected readonly neighbours = computed(() => {
    const { modules = [], number } = this.module.value() ?? {};
    const at = modules.findIndex((module) => module.number === number);
    return { before: modules[at - 1], after: modules[at + 1] };
  });
}
