import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import type { SentenceKey } from '@libretto/language';
import { injectSay, ReadingLanguage } from '../platform/language';

/**
 * A route's `title` is a key of the language files; the window's title follows the language. A page may set a better
 * one by `ui/page-header`.
 */
@Injectable({ providedIn: 'root' })
export class TitleInLanguage extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  private readonly key = signal<SentenceKey | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      this.reading.code();
      const key = this.key();
      this.title.setTitle(key ? `${this.say(key)} · Libretto` : 'Libretto');
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    // A page’s title is such a key, as `Pages` says.
    this.key.set(this.buildTitle(state) as SentenceKey | undefined);
  }
}
