import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { changeMe } from '@libretto/contracts/first';
import { filter, map } from 'rxjs';
import { Api } from '../platform/api';
import { Appearance, appearances } from '../platform/appearance';
import { Drafts } from '../platform/drafts/drafts';
import { ReadingLanguage, SentencePipe } from '../platform/language';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { Disclosed } from '../ui/disclosed';
import { firstOfEach, startPagesOf } from './start-pages';

/** The wordmark, this person's pages, the language, and the way in or out. */
@Component({
  selector: 'lib-header',
  imports: [RouterLink, RouterLinkActive, Disclosed, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './header.html',
  styleUrl: './header.css',
})
export class Header {
  protected readonly appearance = inject(Appearance);
  protected readonly appearances = appearances;
  protected readonly reading = inject(ReadingLanguage);
  protected readonly signedIn = inject(SignedIn);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly drafts = inject(Drafts);

  private readonly all = computed(() => {
    const me = this.signedIn.me();
    return me ? startPagesOf(me, this.signedIn.editions(), today()) : [];
  });
  protected readonly startPages = computed(() => firstOfEach(this.all()));
  /** The navigation has room for one edition; the others are a step away. */
  protected readonly hasMore = computed(() => this.all().length > this.startPages().length);

  /** The address that a sign-in returns to: the present page. */
  protected readonly here = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => (/^\/(sign-in|$)/.test(urlAfterRedirects) ? null : urlAfterRedirects)),
    ),
  );

  /** Changes the language, on this device and, if somebody is signed in, in their account. */
  protected async read(language: string): Promise<void> {
    await this.reading.choose(language);
    if (!this.signedIn.me()) return;
    await this.api.send(changeMe, { body: { language } });
    await this.signedIn.refresh();
  }

  protected async signOut(): Promise<void> {
    await this.drafts.saveAll();
    await this.signedIn.signOut();
    await this.router.navigateByUrl('/');
  }
}
