import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { closeThread, followThread, id, markAnswer, readThread, readUpTo } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, injectSay, SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { PostInThread } from './post-in-thread';
import { ReplyForm } from './reply-form';

/** A thread with its posts, and the form for one more. To open a page of it is to have read it. */
@Component({
  selector: 'lib-thread-page',
  imports: [
    InLanguagePipe,
    MatButtonModule,
    PageHeader,
    Pager,
    PostInThread,
    Refused,
    ReplyForm,
    RouterLink,
    SentencePipe,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './thread.page.html',
  styles: `
    ol {
      max-width: none;
      padding: 0;
      list-style: none;
    }

    li {
      scroll-margin-top: var(--s6);
    }
  `,
})
export class ThreadPage {
  readonly editionId = input.required<string>();
  readonly threadId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly say = injectSay();
  protected readonly sending = new Sending();
  private readonly params = () => ({ editionId: this.editionId(), threadId: this.threadId() });
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  /** The post to which a notice, a mail or a search leads. */
  protected readonly sought = computed(() => id.safeParse(this.fragment()).data);
  protected readonly thread = this.api.read(readThread, () => ({
    params: this.params(),
    query: { after: this.after(), from: this.sought() },
  }));
  private readonly isShown = computed(() => this.thread.hasValue());
  protected readonly title = computed(() => {
    const one = this.thread.value();
    if (one?.place === 'direct')
      return this.say('discussions.messages.with', { name: one.with ?? this.say('discussions.nobody') });
    return one?.title || this.say('discussions.no-title');
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    effect(() => {
      const postId = this.sought();
      if (postId && this.isShown())
        // In the phase after the one in which the heading takes the focus.
        afterNextRender({ read: () => host.querySelector<HTMLElement>(`[id="${postId}"]`)?.focus() }, { injector });
    });
    effect(() => {
      const one = this.thread.value();
      const last = one?.items.at(-1);
      if (!one?.isUnread || !last) return;
      // They stay new where this does not arrive.
      this.api.send(readUpTo, { params: this.params(), body: { postId: last.id } }).catch(() => undefined);
    });
  }

  /** Shows a new post: on this page if it is the last one, or else on a page that begins with the post. */
  protected async show(postId: string): Promise<void> {
    if (this.thread.value()?.next) await this.router.navigate([], { fragment: postId });
    else this.thread.reload();
  }

  protected follow(follows: boolean): Promise<boolean> {
    return this.change(() => this.api.send(followThread, { params: this.params(), body: { follows } }));
  }

  protected close(isClosed: boolean): Promise<boolean> {
    return this.change(() => this.api.send(closeThread, { params: this.params(), body: { isClosed } }));
  }

  protected answer(postId: string | null): Promise<boolean> {
    return this.change(() => this.api.send(markAnswer, { params: this.params(), body: { postId } }));
  }

  private change(work: () => Promise<unknown>): Promise<boolean> {
    return this.sending.run(async () => {
      await work();
      this.thread.reload();
    });
  }
}
