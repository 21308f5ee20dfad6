import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type MyCredential, readMyCertificate, readRendering } from '@libretto/contracts';
import { askAgainWhile, fileAddress } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { FullNamePipe } from '../../ui/person-name.pipes';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { ConfirmLearner } from './confirm-learner';
import { MissingElements } from './missing-elements';

type Standing = MyCredential['state'] | 'suspended' | 'revoked';

const tones: Record<Standing, Tone> = {
  open: 'plain',
  ready: 'wait',
  queued: 'now',
  signed: 'now',
  stopped: 'wait',
  unapproved: 'wait',
  issued: 'good',
  suspended: 'wait',
  revoked: 'bad',
};

/** The state of the participant's credential with their next action: for the booklet and for a page of its own. */
@Component({
  selector: 'lib-credential-card',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    ConfirmLearner,
    FullNamePipe,
    LongDayPipe,
    MissingElements,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './credential-card.html',
  styles: `
    .row {
      margin-block: var(--s3);
    }

    .ask {
      margin: var(--s5) 0 var(--s2);
      font: 600 var(--h3) / 1.2 var(--serif);
    }

    summary {
      cursor: pointer;
      color: var(--ink);
      padding-block: var(--s2);
    }
  `,
})
export class CredentialCard {
  readonly editionId = input.required<string>();

  /** Read by the page, with its other questions. */
  readonly credential = input.required<HttpResourceRef<MyCredential | undefined>>();
  protected readonly tone = tones;

  constructor() {
    askAgainWhile(
      () => ['queued', 'signed'].includes(this.credential().value()?.state ?? ''),
      () => this.credential().reload(),
    );
  }

  /** The Learner Credential Wallet adds the Open Badge as it was signed. */
  protected walletFile(publicId: string): string {
    return fileAddress(readRendering, { params: { publicId, format: 'open-badge' } });
  }

  protected standing({ state, credential }: MyCredential): Standing {
    return credential?.state === 'suspended' || credential?.state === 'revoked' ? credential.state : state;
  }

  protected certificate(): string {
    return fileAddress(readMyCertificate, { params: { editionId: this.editionId() } });
  }
}
