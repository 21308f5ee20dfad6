import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listPartners, listThreads, sendMessage } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Empty } from '../../ui/empty';
import { FieldError, formToSend, SearchChoice, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Waiting } from '../../ui/waiting';
import { ThreadLine } from './thread-line';

/** One's messages with single tutors or participants, and the form for one more. */
@Component({
  selector: 'lib-messages-page',
  imports: [
    Empty,
    FieldError,
    FormField,
    FormRoot,
    PageHeader,
    Pager,
    SearchChoice,
    Send,
    SentencePipe,
    TextField,
    ThreadLine,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './messages.page.html',
})
export class MessagesPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly threads = this.api.read(listThreads, () => ({
    params: { editionId: this.editionId() },
    query: { place: 'direct', after: this.after() },
  }));
  protected readonly partners = this.api.read(listPartners, () => ({ params: { editionId: this.editionId() } }));
  private readonly model = signal({ accountId: '', text: '' });
  protected readonly form = formToSend(sendMessage, this.model, async (body) => {
    const { id } = await this.api.send(sendMessage, { params: { editionId: this.editionId() }, body });
    await this.router.navigate(['/editions', this.editionId(), 'discussions', id]);
  });
}
