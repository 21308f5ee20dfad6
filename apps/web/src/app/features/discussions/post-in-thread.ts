import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import {
  attachToPost,
  changePost,
  hidePost,
  openPostFile,
  type PostView,
  removePost,
  reportPost,
} from '@libretto/contracts';
import { addressOf } from '@libretto/contracts/first';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { FileDrop } from '../../ui/file-drop';
import { FileLink } from '../../ui/file-link';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { Refused } from '../../ui/sending';
import { Status } from '../../ui/status';
import { TypedText } from '../../ui/typed-text';
import { Uploading } from '../../ui/uploading';

/** The forms that can be opened below a post, to change, hide or report it. */
type Opened = 'change' | 'hide' | 'report';

/** One post of a thread, and what its reader may do with it. */
@Component({
  selector: 'lib-post-in-thread',
  imports: [
    FileDrop,
    FileLink,
    FormRoot,
    MatButtonModule,
    Moment,
    Refused,
    Send,
    SentencePipe,
    Status,
    TextField,
    TypedText,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './post-in-thread.html',
  styleUrl: './post-in-thread.css',
})
export class PostInThread {
  readonly place = input.required<{ readonly editionId: string; readonly threadId: string }>();
  readonly post = input.required<PostView>();
  readonly isBusy = input(false);
  readonly changed = output();
  /** The post that answers the question, or none. */
  readonly answers = output<string | null>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();
  protected readonly sending = new Uploading();
  protected readonly opened = signal<Opened | null>(null);
  private readonly params = () => ({ ...this.place(), postId: this.post().id });
  protected readonly by = computed(() => this.post().by ?? this.say('discussions.nobody'));

  private readonly text = signal({ text: '' });
  protected readonly change = formToSend(changePost, this.text, (body) =>
    this.then(this.api.send(changePost, { params: this.params(), body })),
  );
  private readonly hiding = signal({ reason: '' });
  protected readonly hide = formToSend(hidePost, this.hiding, (body) =>
    this.then(this.api.send(hidePost, { params: this.params(), body })),
  );
  private readonly reporting = signal({ reason: '' });
  protected readonly report = formToSend(reportPost, this.reporting, async (body) => {
    await this.then(this.api.send(reportPost, { params: this.params(), body }));
    this.notices.tell('post-reported');
  });

  protected open(what: Opened): void {
    if (what === 'change') this.text.set({ text: this.post().text });
    this.opened.update((before) => (before === what ? null : what));
  }

  protected addressOf(postFileId: string): string {
    return addressOf(openPostFile, { params: { ...this.params(), postFileId } });
  }

  protected async attach(file: File): Promise<void> {
    if (await this.sending.upload(attachToPost, { params: this.params() }, file)) this.changed.emit();
  }

  protected async remove(): Promise<void> {
    const asked = {
      title: this.say('discussions.post.remove-question'),
      consequence: this.say('discussions.post.remove-consequence'),
      verb: this.say('discussions.post.remove'),
    };
    if (!(await this.confirm.ask(asked))) return;
    await this.sending.run(() => this.then(this.api.send(removePost, { params: this.params() })));
  }

  private async then(done: Promise<unknown>): Promise<void> {
    await done;
    this.opened.set(null);
    this.changed.emit();
  }
}
