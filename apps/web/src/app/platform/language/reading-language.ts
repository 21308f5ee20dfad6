import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

const KEPT_AS = 'libretto.language';

/** A language that the product speaks, by its own name. */
export interface SpokenLanguage {
  readonly code: string;
  readonly name: string;
}

/**
 * The language that the person reads: of a link that names one, or chosen before, or their browser's, or the first that
 * the product has.
 */
@Injectable({ providedIn: 'root' })
export class ReadingLanguage {
  private readonly http = inject(HttpClient);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly current = signal(this.document.documentElement.lang);
  private readonly known = signal<readonly SpokenLanguage[]>([]);

  readonly code = this.current.asReadonly();
  readonly spoken = this.known.asReadonly();
  readonly others = computed(() => this.known().filter(({ code }) => code !== this.current()));

  /**
   * Runs before the first screen, so that nobody sees a page change its words. `own` is the language of the person's
   * account.
   */
  async begin(own: Promise<string | undefined> = Promise.resolve(undefined)): Promise<void> {
    this.known.set(await firstValueFrom(this.http.get<SpokenLanguage[]>('/api/languages')));
    const codes = this.known().map(({ code }) => code);
    // Before anything loads: Transloco takes a language that it does not know for a scope.
    this.transloco.setAvailableLangs(codes);
    const asked = new URLSearchParams(this.document.location.search).get('language');
    const wished = [
      asked,
      await own,
      localStorage.getItem(KEPT_AS),
      ...navigator.languages.map((tag) => tag.slice(0, 2)),
      codes[0],
    ];
    // Even if the page is already in this language: its sentences are not loaded yet.
    await this.speak(wished.find((code) => code && codes.includes(code)) ?? 'en');
  }

  /** Shows everything in another language, at once, and remembers it on this device. */
  async choose(code: string): Promise<void> {
    localStorage.setItem(KEPT_AS, code);
    await this.show(code);
  }

  /** Shows everything in another language, without remembering it on this device. */
  async show(code: string): Promise<void> {
    if (code !== this.current()) await this.speak(code);
  }

  private async speak(code: string): Promise<void> {
    await firstValueFrom(this.transloco.load(code));
    this.document.documentElement.lang = code;
    this.transloco.setActiveLang(code);
    this.current.set(code);
  }
}
