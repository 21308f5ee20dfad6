import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readMyCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { CredentialCard } from './credential-card';

/** The participant's credential of one edition, on a page of its own. */
@Component({
  selector: 'lib-my-credential-page',
  imports: [RouterLink, SentencePipe, CredentialCard, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'credentials.card.title' | transloco" />
    <lib-credential-card [editionId]="editionId()" [credential]="credential" />
    <p>
      <a routerLink="/booklet">{{ 'completion.mine.booklet' | transloco }}</a>
    </p>
  `,
  styles: 'lib-credential-card + p { margin-top: var(--s5); }',
})
export class MyCredentialPage {
  readonly editionId = input.required<string>();

  protected readonly credential = inject(Api).read(readMyCredential, () => ({
    params: { editionId: this.editionId() },
  }));
}
