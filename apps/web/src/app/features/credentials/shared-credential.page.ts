import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type BadgeFormat,
  readBadge,
  readLogProof,
  readMyCertificate,
  readRendering,
  type PublicCredential,
  readPublicCredential,
} from '@libretto/contracts';
import { Api, codeOf, fileAddress } from '../../platform/api';
import { InLanguagePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { Copy } from '../../ui/copy';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CredentialFacts, CredentialValidity } from './credential-facts';
import { linkedInAddress } from './linked-in';

/** A shared credential: its contents, whether it is valid, and how to check that without trusting this page. */
@Component({
  selector: 'lib-shared-credential-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    InLanguagePipe,
    Copy,
    CredentialFacts,
    CredentialValidity,
    Empty,
    PageHeader,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shared-credential.page.html',
  styleUrl: './shared-credential.page.css',
})
export class SharedCredentialPage {
  readonly publicId = input.required<string>();

  private readonly document = inject(DOCUMENT);
  private readonly reading = inject(ReadingLanguage);
  protected readonly credential = inject(Api).read(readPublicCredential, () => ({
    params: { publicId: this.publicId() },
  }));
  protected readonly unknown = computed(() => codeOf(this.credential.error()) === 'common.not-found');
  protected readonly address = computed(() => `${this.document.location.origin}/credentials/${this.publicId()}`);
  protected readonly logProof = computed(() => fileAddress(readLogProof, { params: { publicId: this.publicId() } }));

  protected linkedIn(credential: PublicCredential): string {
    return linkedInAddress(credential, this.address(), this.reading.code());
  }

  protected european(): string {
    return fileAddress(readRendering, { params: { publicId: this.publicId(), format: 'european' } });
  }

  protected badge(format: BadgeFormat): string {
    return fileAddress(readBadge, { params: { publicId: this.publicId(), format } });
  }

  protected certificate(editionId: string): string {
    return fileAddress(readMyCertificate, { params: { editionId } });
  }
}
