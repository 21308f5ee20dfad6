import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readMyCompletion } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CompletionExplained } from './completion-explained';
import { CompletionState } from './completion-state';

/** A participant's own way to the credential. */
@Component({
  selector: 'lib-my-completion-page',
  imports: [RouterLink, SentencePipe, CompletionExplained, CompletionState, PageHeader, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'completion.mine.title' | transloco">
      @if (completion.value(); as completion) {
        <lib-completion-state state [completion]="completion" />
      }
    </lib-page-header>
    <lib-waiting [for]="completion" />
    @if (completion.hasValue()) {
      <lib-completion-explained [completion]="completion.value()" />
      <p>
        <a routerLink="/booklet">{{ 'completion.mine.booklet' | transloco }}</a>
      </p>
    }
  `,
  styles: 'lib-completion-explained + p { margin-top: var(--s5); }',
})
export class MyCompletionPage {
  readonly editionId = input.required<string>();
  protected readonly completion = inject(Api).read(readMyCompletion, () => ({
    params: { editionId: this.editionId() },
  }));
}
