import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readLinkedCredential } from '@libretto/contracts';
import { Api, codeOf } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CredentialFacts, CredentialValidity } from './credential-facts';

/** What a holder shows of a credential to whom they gave a link. */
@Component({
  selector: 'lib-linked-credential-page',
  imports: [
    CredentialFacts,
    CredentialValidity,
    Empty,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    RouterLink,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './linked-credential.page.html',
})
export class LinkedCredentialPage {
  readonly sharedId = input.required<string>();

  protected readonly credential = inject(Api).read(readLinkedCredential, () => ({
    params: { sharedId: this.sharedId() },
  }));
  /** An address that was copied incompletely has not even the form of one. */
  protected readonly isGone = computed(() =>
    ['common.not-found', 'common.bad-input'].includes(codeOf(this.credential.error()) ?? ''),
  );
}
