import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type readAward, readAwardCertificate, type ReplyOf } from '@libretto/contracts';
import { fileAddress } from '../../platform/api';
import { LongDayPipe } from '../../platform/time';
import { Status, type Tone } from '../../ui/status';

type Credentials = ReplyOf<typeof readAward>['credentials'];

const tones: Record<Credentials[number]['state'], Tone> = { valid: 'good', superseded: 'plain', revoked: 'bad' };

/** Every credential that stood under the address, the newest first. */
@Component({
  selector: 'lib-credential-history',
  imports: [TranslocoPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="register" tabindex="0" role="region" [attr.aria-label]="'credentials.award.history' | transloco">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'credentials.award.number' | transloco }}</th>
            <th scope="col">{{ 'credentials.awards.state' | transloco }}</th>
            <th scope="col">{{ 'credentials.award.signed-at' | transloco }}</th>
            <th scope="col">{{ 'credentials.award.ended-at' | transloco }}</th>
            <th scope="col">{{ 'credentials.award.why' | transloco }}</th>
            <th scope="col">{{ 'credentials.award.certificate' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (credential of credentials(); track credential.id) {
            <tr>
              <th scope="row">{{ credential.number }}</th>
              <td><lib-status [tone]="tone[credential.state]">{{ 'credentials.state.' + credential.state | transloco }}</lib-status></td>
              <td>{{ credential.issuedAt | longDay }}</td>
              <td>{{ credential.endedAt | longDay }}</td>
              <td>
                {{ credential.reason }}
                @if (credential.endedBy; as name) {
                  <span class="soft">{{ 'credentials.award.by' | transloco: { name } }}</span>
                }
              </td>
              <td>
                @if (credential.hasDocument) {
                  <a [href]="certificateOf(credential.number)" download>PDF</a>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
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
