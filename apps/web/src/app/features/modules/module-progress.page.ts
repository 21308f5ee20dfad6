import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readModuleProgress } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Waiting } from '../../ui/waiting';

/** Where each participant is in a module, and at which materials they stop. */
@Component({
  selector: 'lib-module-progress-page',
  imports: [InLanguagePipe, LongDayPipe, PageHeader, Pager, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './module-progress.page.html',
  styleUrl: './module-progress.page.css',
})
export class ModuleProgressPage {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<string>();
  /** The place in the list, from the address. */
  readonly after = input<string>();

  protected readonly progress = inject(Api).read(readModuleProgress, () => ({
    params: { editionId: this.editionId(), moduleNumber: this.moduleNumber() },
    query: { after: this.after() },
  }));
  /** Each person beside every material: finished, begun or neither. */
  protected readonly people = computed(() => {
    const view = this.progress.value();
    return view?.people.items.map(({ opened, finished, ...person }) => ({
      ...person,
      finished: finished.length,
      cells: view.materials.map(({ id }) =>
        finished.includes(id) ? ('finished' as const) : opened.includes(id) ? ('begun' as const) : ('none' as const),
      ),
    }));
  });
}
