import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { CredentialFacts as Facts } from '@libretto/contracts';
import { CountryNamePipe, InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';

/** The facts of a credential, for anybody who was given an address of it. */
@Component({
  selector: 'lib-credential-facts',
  imports: [CountryNamePipe, HoursPipe, InLanguagePipe, LongDayPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './credential-facts.html',
  styles: `
    .holder {
      margin-bottom: var(--s5);
      font: 400 var(--h1) / 1.2 var(--serif);
      color: var(--ink);
      overflow-wrap: anywhere;
    }
  `,
})
export class CredentialFacts {
  readonly of = input.required<Facts>();
}

/** Whether a credential is valid, according to its issuer. */
@Component({
  selector: 'lib-credential-validity',
  imports: [LongDayPipe, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let facts = of();
    <p>
      @if (facts.state === 'revoked') {
        <lib-status tone="bad">{{ 'credentials.state.revoked' | transloco }}</lib-status>
        {{ 'credentials.shared.revoked' | transloco: { day: (facts.endedAt | longDay) } }}
      } @else if (facts.state === 'suspended') {
        <lib-status tone="wait">{{ 'credentials.state.suspended' | transloco }}</lib-status>
        {{ 'credentials.shared.suspended' | transloco: { day: (facts.suspendedAt | longDay) } }}
      } @else {
        <lib-status tone="good">{{ 'credentials.state.valid' | transloco }}</lib-status>
        @if (facts.correctedAt; as at) {
          {{ 'credentials.shared.valid-corrected' | transloco: { day: (at | longDay) } }}
        } @else {
          {{ 'credentials.shared.valid' | transloco }}
        }
      }
    </p>
  `,
})
export class CredentialValidity {
  readonly of = input.required<Pick<Facts, 'state' | 'endedAt' | 'suspendedAt' | 'correctedAt'>>();
}
