import { RefusalPipe } from '../../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readAssignment } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';
import { AssignForm } from './assign-form';
import { ReadingLoads } from './reading-loads';

/** The members' loads, the changes that a run would make, and the dossiers that lack a reader. */
@Component({
  selector: 'lib-assignment-page',
  imports: [RefusalPipe, RouterLink, SentencePipe, LongDayPipe, AssignForm, Empty, PageHeader, ReadingLoads, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './assignment.page.html',
})
export class AssignmentPage {
  readonly editionId = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly page = inject(Api).read(readAssignment, () => ({ params: { editionId: this.editionId() } }));

  /** The button that made the run goes: reading goes on from the heading and its new state. */
  protected readOn(): void {
    this.page.reload();
    this.host.querySelector('h1')?.focus();
  }
}
