import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readCompletion } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CompletionExplained } from './completion-explained';
import { CompletionState } from './completion-state';

/** One participant's completion, as the participant sees it. */
@Component({
  selector: 'lib-completion-page',
  imports: [RouterLink, SentencePipe, CompletionExplained, CompletionState, PageHeader, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="completion" />
    @if (completion.hasValue()) {
      <lib-page-header [title]="completion.value().name" [over]="'completion.one.title' | transloco">
        <lib-completion-state state [completion]="completion.value()" />
      </lib-page-header>
      <lib-completion-explained [completion]="completion.value()" />
      <p>
        <a [routerLink]="['..']">{{ 'completion.one.all' | transloco }}</a>
      </p>
    }
  `,
  styles: 'lib-completion-explained + p { margin-top: var(--s5); }',
})
export class CompletionPage {
  readonly editionId = input.required<string>();
  readonly enrolmentId = input.required<string>();
  protected readonly completion = inject(Api).read(readCompletion, () => ({
    params: { editionId: this.editionId(), enrolmentId: this.enrolmentId() },
  }));
}
