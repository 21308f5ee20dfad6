import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type readAward, readAwardCertificate, type ReplyOf } from '@libretto/contracts';
import { fileAddress } from '../../platform/api';
import { LongDayPipe } from '../../platform/time';
import { Status, type Tone } from '../../ui/status';

type Credentials = ReplyOf<typeof readAward>['credentials'];

const tones: Record<Credentials[number]['state'], Tone> = { valid: 'good', superseded: 'plain', revoked: 'bad' };

/** Every credential that was under the address, the newest first. */
@Component({
  selector: 'lib-credential-history',
  imports: [TranslocoPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="register stacks" tabindex="0" role="region" [attr.aria-label]="'credentials.award.history' | transloco">
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
              <th scope="row" [attr.data-label]="'credentials.award.number' | transloco">{{ credential.number }}</th>
              <td>
                <lib-status [tone]="tone[credential.state]">{{
                  'credentials.state.' + credential.state | transloco
                }}</lib-status>
              </td>
              <td [attr.data-label]="'credentials.award.signed-at' | transloco">{{ credential.issuedAt | longDay }}</td>
              <td [attr.data-label]="credential.endedAt ? ('credentials.award.ended-at' | transloco) : null">
                {{ credential.endedAt | longDay }}
              </td>
              <td [attr.data-label]="credential.reason ? ('credentials.award.why' | transloco) : null">
                {{ credential.reason }}
                @if (credential.endedBy; as name) {
                  <span class="soft">{{ 'credentials.award.by' | transloco: { name } }}</span>
                }
              </td>
              <td [attr.data-label]="credential.hasDocument ? ('credentials.award.certificate' | transloco) : null">
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
