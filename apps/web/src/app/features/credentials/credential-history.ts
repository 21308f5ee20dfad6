import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type readAward, readAwardCertificate, type ReplyOf } from '@libretto/contracts';
import { fileAddress } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Status, type Tone } from '../../ui/status';

type Credentials = ReplyOf<typeof readAward>['credentials'];

const tones: Record<Credentials[number]['state'], Tone> = {
  valid: 'good',
  suspended: 'wait',
  superseded: 'plain',
  revoked: 'bad',
};

/** Every credential that was under the address, the newest first. */
@Component({
  selector: 'lib-credential-history',
  imports: [SentencePipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './credential-history.html',
  styles: 'td:has(+ td) { min-width: 8rem; }',
})
export class CredentialHistory {
  readonly credentials = input.required<Credentials>();
  readonly enrolmentId = input.required<string>();
  protected readonly tone = tones;

  protected certificateOf(number: number): string {
    return fileAddress(readAwardCertificate, { params: { enrolmentId: this.enrolmentId(), number: String(number) } });
  }
}
