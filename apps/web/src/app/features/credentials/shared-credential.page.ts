import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readMyCertificate, readPublicCredential } from '@libretto/contracts';
import { Api, codeOf, fileAddress } from '../../platform/api';
import { CountryNamePipe, InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

/** A shared credential: its contents, whether it is valid, and how to check that without trusting this page. */
@Component({
  selector: 'lib-shared-credential-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    InLanguagePipe,
    HoursPipe,
    LongDayPipe,
    Empty,
    PageHeader,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shared-credential.page.html',
  styleUrl: './shared-credential.page.css',
})
export class SharedCredentialPage {
  readonly publicId = input.required<string>();

  private readonly document = inject(DOCUMENT);
  protected readonly credential = inject(Api).read(readPublicCredential, () => ({
    params: { publicId: this.publicId() },
  }));
  protected readonly unknown = computed(() => codeOf(this.credential.error()) === 'common.not-found');
  protected readonly address = computed(() => `${this.document.location.origin}/credentials/${this.publicId()}`);
  protected readonly copied = signal(false);

  protected certificate(editionId: string): string {
    return fileAddress(readMyCertificate, { params: { editionId } });
  }

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.address());
    this.copied.set(true);
  }
}
