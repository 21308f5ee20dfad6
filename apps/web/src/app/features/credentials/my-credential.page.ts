import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readMyCredential, readShareLinks, readWallets } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { CredentialCard } from './credential-card';
import { ShareLinks } from './share-links';
import { Wallets } from './wallets';

/** The participant's credential of one edition, on a page of its own. */
@Component({
  selector: 'lib-my-credential-page',
  imports: [RouterLink, SentencePipe, CredentialCard, PageHeader, ShareLinks, Wallets],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'credentials.card.title' | transloco" />
    <lib-credential-card [editionId]="editionId()" [credential]="credential" />
    @if (credential.value()?.credential) {
      <lib-wallets [editionId]="editionId()" [wallets]="wallets" />
      <lib-share-links [editionId]="editionId()" [links]="links" />
    }
    <p>
      <a routerLink="/booklet">{{ 'completion.mine.booklet' | transloco }}</a>
    </p>
  `,
  styles: 'lib-credential-card ~ p { margin-top: var(--s5); }',
})
export class MyCredentialPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly credential = this.api.read(readMyCredential, () => ({ params: { editionId: this.editionId() } }));
  protected readonly wallets = this.api.read(readWallets, () => ({ params: { editionId: this.editionId() } }));
  protected readonly links = this.api.read(readShareLinks, () => ({ params: { editionId: this.editionId() } }));
}
