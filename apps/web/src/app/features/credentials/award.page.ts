import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { approveAward, readAward, readAwardCertificate, retryIssue } from '@libretto/contracts';
import { awardStandingOf } from '@libretto/domain';
import { Api, askAgainWhile, fileAddress } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Refused, Sending } from '../../ui/sending';
import { FileView } from '../../ui/file-view';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { AwardRecordFacts } from './award-record-facts';
import { toneOf } from './award-tone';
import { ChangeStanding } from './change-standing';
import { CorrectCredential } from './correct-credential';
import { CredentialHistory } from './credential-history';
import { MissingElements } from './missing-elements';
import { RevokeCredential } from './revoke-credential';
import { Suspensions } from './suspensions';

/** One award: the certificate beside its record, its history, and the actions on it. */
@Component({
  selector: 'lib-award-page',
  imports: [
    AwardRecordFacts,
    ChangeStanding,
    CorrectCredential,
    CredentialHistory,
    FileView,
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    MissingElements,
    PageHeader,
    Refused,
    RevokeCredential,
    RouterLink,
    Status,
    Suspensions,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './award.page.html',
  styleUrl: './award.page.css',
})
export class AwardPage {
  readonly enrolmentId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly award = this.api.read(readAward, () => ({ params: { enrolmentId: this.enrolmentId() } }));
  protected readonly sending = new Sending();
  protected readonly standing = computed(() => {
    const row = this.award.value()?.row;
    return row && awardStandingOf(row);
  });
  protected readonly tone = toneOf;
  /** The newest credential, which the page shows. */
  protected readonly newest = computed(() => this.award.value()?.credentials[0]);

  constructor() {
    askAgainWhile(
      () => ['queued', 'signed'].includes(this.award.value()?.row.state ?? ''),
      () => this.award.reload(),
    );
  }

  protected async approve(): Promise<void> {
    await this.sending.run(() => this.api.send(approveAward, { params: { enrolmentId: this.enrolmentId() } }));
    this.award.reload();
  }

  protected async retry(): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(retryIssue, { params: { enrolmentId: this.enrolmentId() } });
    });
    this.award.reload();
  }

  protected certificateOf(number: number): string {
    return fileAddress(readAwardCertificate, { params: { enrolmentId: this.enrolmentId(), number: String(number) } });
  }
}
