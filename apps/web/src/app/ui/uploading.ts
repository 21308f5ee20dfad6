import { inject, signal } from '@angular/core';
import type { ReplyOf, Route } from '@libretto/contracts';
import { Api, type RequestOf } from '../platform/api';
import { Sending } from './sending';

/**
 * Requests of a page that include files. `lib-file-drop` shows the progress of one, and lets the person stop it:
 * `<lib-file-drop [progress]="sending.progress()" (stopped)="sending.stop()" (chosen)="add($event)" … />`.
 */
export class Uploading extends Sending {
  private readonly api = inject(Api);
  private readonly share = signal<number | undefined>(undefined);
  private stopping = new AbortController();
  /** The share of the file that was sent, 0 to 1; `undefined` while none is under way. */
  readonly progress = this.share.asReadonly();

  /** Answers whether the file arrived: one that was stopped did not, and that is no fault. `take` gets the reply to one that did. */
  async upload<R extends Route>(
    route: R,
    input: RequestOf<R>,
    file: File,
    take: (reply: ReplyOf<R>) => void = () => undefined,
  ): Promise<boolean> {
    const { signal: stop } = (this.stopping = new AbortController());
    this.share.set(0);
    const done = await this.run(async () => {
      const reply = await this.api.upload(route, input, file, (share) => this.share.set(share), stop);
      if (!stop.aborted) take(reply as ReplyOf<R>);
    });
    this.share.set(undefined);
    return done && !stop.aborted;
  }

  stop(): void {
    this.stopping.abort();
  }
}
