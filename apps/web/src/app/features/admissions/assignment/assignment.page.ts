import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readAssignment } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { inLanguage, ReadingLanguage } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';
import { AdmissionsPages } from '../admissions-pages';
import { AssignForm } from './assign-form';
import { ReadingLoads } from './reading-loads';

/** Who reads how many dossiers, what a run would change, and which dossiers lack a reader. */
@Component({
  selector: 'lib-assignment-page',
  imports: [TranslocoPipe, LongDayPipe, AdmissionsPages, AssignForm, Empty, PageHeader, ReadingLoads, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './assignment.page.html',
})
export class AssignmentPage {
  readonly editionId = input.required<string>();

  private readonly reading = inject(ReadingLanguage);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly page = inject(Api).read(readAssignment, () => ({ params: { editionId: this.editionId() } }));
  protected readonly over = computed(() => {
    const page = this.page.value();
    return page && `${inLanguage(page.programme, this.reading.code())}, ${page.edition}`;
  });

  /** The button that made the run goes: one reads on from the heading and what it says now. */
  protected readOn(): void {
    this.page.reload();
    this.host.querySelector('h1')?.focus();
  }
}
