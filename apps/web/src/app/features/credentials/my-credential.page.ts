import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '../../ui/page-header';
import { CredentialCard } from './credential-card';

/** The participant's credential of one edition, on a page of its own. */
@Component({
  selector: 'lib-my-credential-page',
  imports: [RouterLink, TranslocoPipe, CredentialCard, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'credentials.card.title' | transloco" />
    <lib-credential-card [editionId]="editionId()" />
    <p>
      <a routerLink="/booklet">{{ 'completion.mine.booklet' | transloco }}</a>
    </p>
  `,
  styles: 'lib-credential-card + p { margin-top: var(--s5); }',
})
export class MyCredentialPage {
  readonly editionId = input.required<string>();
}
