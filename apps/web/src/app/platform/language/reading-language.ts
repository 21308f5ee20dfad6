import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { languageCookie } from '@libretto/contracts/first';
import { FetchedSentences } from './fetched-sentences';

const aYear = 31_536_000;

/**
 * The language that the person reads: of a link that names one, or of their account, or the one in which the server
 * began the page: chosen before, or their browser's.
 */
@Injectable({ providedIn: 'root' })
export class ReadingLanguage {
  private readonly sentences = inject(FetchedSentences);
  private readonly document = inject(DOCUMENT);
  private readonly current = signal(this.document.documentElement.lang);
  /** Whether more is said than what most visitors meet. */
  private saysAll = false;

  readonly code = this.current.asReadonly();
  readonly say = computed(() => this.sentences.in(this.current()));
  /** The languages that the product speaks, by their own names. */
  readonly spoken = this.sentences.all;

  /**
   * Runs before the first screen, so that nobody sees a page change its words. `own` is the language of the person's
   * account.
   */
  async begin(own?: string): Promise<void> {
    const asked = new URLSearchParams(this.document.location.search).get('language');
    const mine = this.firstSpoken(own, this.kept(), this.current());
    if (own) this.keep(mine);
    await this.speak(this.firstSpoken(asked, mine));
  }

  /** Shows everything in another language, at once, and remembers it on this device. */
  async choose(code: string): Promise<void> {
    this.keep(code);
    if (code !== this.current()) await this.speak(code);
  }

  /** From here on every sentence can be said; at first there are only those that most visitors meet. */
  async sayAll(): Promise<void> {
    this.saysAll = true;
    await this.fetch(this.current());
  }

  private async speak(code: string): Promise<void> {
    await this.fetch(code);
    this.document.documentElement.lang = code;
    this.current.set(code);
  }

  private fetch(code: string): Promise<unknown> {
    return Promise.all([
      this.sentences.fetch(code, 'first'),
      ...(this.saysAll ? [this.sentences.fetch(code, 'rest')] : []),
    ]);
  }

  private firstSpoken(...wished: (string | null | undefined)[]): string {
    return wished.find((code) => this.spoken.some((language) => language.code === code)) ?? 'en';
  }

  private kept(): string | undefined {
    return new RegExp(`(?:^|; )${languageCookie}=(\\w+)`).exec(this.document.cookie)?.[1];
  }

  private keep(code: string): void {
    const secure = this.document.location.protocol === 'https:' ? '; Secure' : '';
    this.document.cookie = `${languageCookie}=${code}; Path=/; Max-Age=${aYear}; SameSite=Lax${secure}`;
  }
}
