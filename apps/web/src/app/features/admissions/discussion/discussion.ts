import { ChangeDetectionStrategy, Component, ElementRef, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { readDiscussion, takeCommentBack, writeComment } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { ClockTimePipe, LongDayPipe } from '../../../platform/time';
import { Refused, Sending } from '../../../ui/sending';
import { FormProblem, formToSend, TextField } from '../../../ui/form';
import { Waiting } from '../../../ui/waiting';

/** The comments of members who have voted on one dossier: the oldest first, the newest beside the form. */
@Component({
  selector: 'lib-discussion',
  imports: [
    ClockTimePipe,
    FormProblem,
    FormRoot,
    LongDayPipe,
    MatButtonModule,
    Refused,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './discussion.html',
  styleUrl: './discussion.css',
})
export class Discussion {
  readonly editionId = input.required<string>();
  readonly applicationId = input.required<string>();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly discussion = this.api.read(readDiscussion, () => ({ params: this.params() }));
  protected readonly sending = new Sending();
  private readonly model = signal({ words: '' });
  protected readonly form = formToSend(writeComment, this.model, () => this.write());

  protected async takeBack(commentId: string): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(takeCommentBack, { params: { ...this.params(), commentId } });
    });
    this.discussion.reload();
  }

  private async write(): Promise<void> {
    await this.api.send(writeComment, { params: this.params(), body: this.model() });
    this.form().reset({ words: '' });
    this.host.querySelector('textarea')?.focus();
    this.discussion.reload();
  }

  private params() {
    return { editionId: this.editionId(), applicationId: this.applicationId() };
  }
}
