import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { hidePost, listReports, type ReplyOf, settleReport } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Refused, Sending } from '../../ui/sending';
import { TypedText } from '../../ui/typed-text';
import { Waiting } from '../../ui/waiting';

type Reported = ReplyOf<typeof listReports>['items'][number];

/** The posts that readers reported: each is hidden with a reason, or stays. */
@Component({
  selector: 'lib-reported-posts-page',
  imports: [
    Empty,
    FormRoot,
    MatButtonModule,
    Moment,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    Send,
    SentencePipe,
    TextField,
    TypedText,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reported-posts.page.html',
  styles: `
    article {
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    h2 {
      margin: 0;
      font-size: var(--h3);
      overflow-wrap: anywhere;
    }
  `,
})
export class ReportedPostsPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly reports = this.api.read(listReports, () => ({
    params: { editionId: this.editionId() },
    query: { after: this.after() },
  }));
  protected readonly sending = new Sending();
  /** The report whose post is to be hidden. */
  protected readonly hiding = signal<Reported | null>(null);
  private readonly model = signal({ reason: '' });
  protected readonly form = formToSend(hidePost, this.model, (body) => this.hide(body), {
    next: () => ({ reason: '' }),
  });

  protected async keep({ id: reportId }: Reported): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(settleReport, { params: { editionId: this.editionId(), reportId } });
      this.reports.reload();
    });
  }

  private async hide(body: { reason: string }): Promise<void> {
    const { threadId = '', postId = '' } = this.hiding() ?? {};
    await this.api.send(hidePost, { params: { editionId: this.editionId(), threadId, postId }, body });
    this.hiding.set(null);
    this.reports.reload();
  }
}
