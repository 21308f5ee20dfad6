import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { ReadingLanguage } from '../platform/language';

/**
 * A route's `title` is a key of the language files; the window's title follows the language. A page may set a better
 * one by `ui/page-header`.
 */
@Injectable({ providedIn: 'root' })
export class TitleInLanguage extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);
  private readonly reading = inject(ReadingLanguage);
  private readonly key = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      this.reading.code();
      const key = this.key();
      this.title.setTitle(key ? `${this.transloco.translate(key)} · Libretto` : 'Libretto');
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state));
  }
}
