import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { InLanguagePipe, ReadingLanguage } from '../platform/language';
import { SignedIn } from '../platform/people';
import { hatsOf } from './hats';

/** The wordmark, the pages that are this person's, the language, and the way in or out. */
@Component({
  selector: 'lib-header',
  imports: [RouterLink, RouterLinkActive, MatButtonModule, MatMenuModule, TranslocoPipe, InLanguagePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './header.html',
  styleUrl: './header.css',
})
export class Header {
  protected readonly reading = inject(ReadingLanguage);
  protected readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);

  protected readonly hats = computed(() => {
    const me = this.signedIn.me();
    return me ? hatsOf(me) : [];
  });

  /** Where a sign-in comes back to: the page one is on. */
  protected readonly here = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => (/^\/(sign-in|$)/.test(urlAfterRedirects) ? null : urlAfterRedirects)),
    ),
  );
}
