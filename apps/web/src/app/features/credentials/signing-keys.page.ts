import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { followAwards, readSigningKeys, replaceSigningKey } from '@libretto/contracts';
import { Api, askWhenTold } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { WithdrawKey } from './withdraw-key';

/** The keys with which credentials are signed: what each signed, and the replacement of the current one. */
@Component({
  selector: 'lib-signing-keys-page',
  imports: [
    Empty,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    Refused,
    RouterLink,
    SentencePipe,
    Status,
    Waiting,
    WithdrawKey,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './signing-keys.page.html',
  styles: 'code { overflow-wrap: anywhere; }',
})
export class SigningKeysPage {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly keys = this.api.read(readSigningKeys, () => ({}));
  protected readonly sending = new Sending();

  constructor() {
    // Credentials are being signed again: their number becomes less while one looks.
    askWhenTold(
      followAwards,
      () => (this.keys.value()?.items.some(({ compromised }) => compromised?.left) ? {} : undefined),
      async () => this.keys.set(await this.api.send(readSigningKeys, {})),
    );
  }

  protected async replace(keyId: string, valid: number): Promise<void> {
    const asked = {
      title: this.say('credentials.keys.ask'),
      consequence: this.say('credentials.keys.consequence', { valid }),
      verb: this.say('credentials.keys.replace'),
    };
    if (!(await this.confirm.ask(asked))) return;
    await this.sending.run(() => this.api.send(replaceSigningKey, { params: { keyId } }));
    this.keys.reload();
  }
}
