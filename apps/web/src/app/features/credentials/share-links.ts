import { DOCUMENT } from '@angular/common';
import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import {
  makeShareLink,
  type readShareLinks,
  type ReplyOf,
  type ShareLink,
  withdrawShareLink,
} from '@libretto/contracts';
import { linkContents, linkDays, type LinkContents, type LinkDays } from '@libretto/domain';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Copy } from '../../ui/copy';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { Refused, Sending } from '../../ui/sending';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

const tones: Record<ShareLink['state'], Tone> = { open: 'good', ended: 'plain', withdrawn: 'plain' };
const empty = { shows: 'facts' as LinkContents, days: '30', name: '' };

/** The links by which a holder shares a credential with somebody, for a time: made, seen, withdrawn. */
@Component({
  selector: 'lib-share-links',
  imports: [
    Copy,
    FormField,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    Refused,
    SelectField,
    Send,
    SentencePipe,
    Status,
    TextField,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './share-links.html',
  styles: `
    fieldset {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      border: 0;
    }

    .register {
      margin-top: var(--s5);
    }

    fieldset label {
      display: flex;
      gap: var(--s3);
      align-items: baseline;
    }
  `,
})
export class ShareLinks {
  readonly editionId = input.required<string>();
  /** Read by the page, with its other questions. */
  readonly links = input.required<HttpResourceRef<ReplyOf<typeof readShareLinks> | undefined>>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly sending = new Sending();
  protected readonly contents = linkContents;
  protected readonly days = linkDays;
  protected readonly tones = tones;
  /** One for each link: a request that is sent twice, after a broken connection, makes one. */
  private readonly linkId = signal(v7());
  protected readonly form = formToSend(makeShareLink, signal(empty), (typed) => this.make(typed), {
    body: (typed) => this.bodyOf(typed),
    next: () => empty,
  });

  protected addressOf({ publicId }: ShareLink): string {
    return `${this.origin}/shared/${publicId}`;
  }

  protected async withdraw({ id, shows }: ShareLink): Promise<void> {
    const asked = {
      title: this.say('credentials.links.withdraw-ask'),
      consequence: this.say(`credentials.links.withdraw-consequence.${shows}`),
      verb: this.say('credentials.links.withdraw'),
    };
    if (!(await this.confirm.ask(asked))) return;
    const params = { editionId: this.editionId(), linkId: id };
    if (await this.sending.run(() => this.api.send(withdrawShareLink, { params }))) this.notices.tell('link-withdrawn');
    this.links().reload();
  }

  private async make(typed: typeof empty): Promise<void> {
    await this.api.send(makeShareLink, { params: { editionId: this.editionId() }, body: this.bodyOf(typed) });
    this.linkId.set(v7());
    this.notices.tell('link-made');
    this.links().reload();
  }

  private bodyOf({ shows, days, name }: typeof empty) {
    return { linkId: this.linkId(), shows, days: Number(days) as LinkDays, name };
  }
}
