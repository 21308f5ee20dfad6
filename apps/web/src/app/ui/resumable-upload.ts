import { computed, signal } from '@angular/core';
import { problem } from '@libretto/contracts/first';
import type { Upload } from 'tus-js-client';
import { ProblemError } from '../platform/api';

/** Small enough that a connection that keeps breaking still gets further, and that no proxy holds all of a file back. */
const pieceBytes = 4 * 1024 * 1024;
const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000];
const triesAgainMs = 20_000;

/** `waiting`: the connection is gone; `looking`: all has arrived, and the file is being inspected. */
export type UploadState = 'sending' | 'waiting' | 'looking' | 'arrived' | 'refused';

/**
 * A file on its way by tus. It goes on by itself where it stopped, as long as its page is open, and from `known`, the address of
 * what came of it before.
 */
export class ResumableUpload {
  readonly key = crypto.randomUUID();
  readonly state = signal<UploadState>('sending');
  /** The id under which it arrives, once it has one. */
  readonly id = signal<string | undefined>(undefined);
  readonly refused = signal<unknown>(undefined);
  private readonly share = signal(0);
  readonly percent = computed(() => Math.floor(this.share() * 100));
  private upload: Upload | undefined;
  private isStopped = false;
  private readonly goOn = () => this.start();
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly file: File,
    private readonly address: { readonly begin: string; readonly known?: string | undefined },
    private readonly ended: () => void,
  ) {
    this.id.set(idIn(address.known));
    void this.prepare();
  }

  stop(): void {
    this.isStopped = true;
    this.rest();
    void this.upload?.abort();
  }

  private async prepare(): Promise<void> {
    const { Upload: TusUpload } = await import('tus-js-client');
    this.upload = new TusUpload(this.file, {
      endpoint: new URL(this.address.begin, location.origin).href,
      uploadUrl: this.address.known ? new URL(this.address.known, location.origin).href : null,
      chunkSize: pieceBytes,
      retryDelays,
      // The api knows what came: nothing of it is kept in this browser.
      storeFingerprintForResuming: false,
      metadata: { filename: this.file.name, lastModified: String(this.file.lastModified) },
      headers: { 'x-libretto': 'web', 'accept-language': document.documentElement.lang },
      onUploadUrlAvailable: () => this.id.set(idIn(this.upload?.url)),
      onProgress: (sent, total) => {
        this.share.set(sent / total);
        this.state.set(sent < total ? 'sending' : 'looking');
      },
      onSuccess: () => {
        this.state.set('arrived');
        this.ended();
      },
      onError: (error) => this.failed(error),
    });
    this.start();
  }

  private start(): void {
    this.rest();
    if (this.isStopped) return;
    this.state.set('sending');
    this.upload?.start();
  }

  /** A refusal ends it; anything else passes. */
  private failed(error: Error): void {
    if (this.isStopped) return;
    const answer = 'originalResponse' in error ? (error.originalResponse as { getBody(): string } | null) : null;
    const said = problem.safeParse(jsonIn(answer?.getBody()));
    if (said.success && said.data.status < 500 && said.data.status !== 429) {
      this.refused.set(new ProblemError(said.data));
      this.state.set('refused');
      return this.ended();
    }
    this.state.set('waiting');
    addEventListener('online', this.goOn);
    this.again = setTimeout(this.goOn, triesAgainMs);
  }

  private rest(): void {
    clearTimeout(this.again);
    removeEventListener('online', this.goOn);
  }
}

const idIn = (address: string | null | undefined): string | undefined => address?.split('/').at(-1);

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
