import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { readDemo } from '@libretto/contracts/first';
import { Api } from '../platform/api';
import { SentencePipe } from '../platform/language';
import { filter, take } from 'rxjs';

@Component({
  selector: 'lib-footer',
  imports: [RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <footer>
      <p>{{ 'shell.footer.what' | transloco }}</p>
      <p class="row">
        <a routerLink="/verify">{{ 'shell.nav.verify' | transloco }}</a>
        <a routerLink="/publications">{{ 'publication.public.title' | transloco }}</a>
        <a routerLink="/privacy">{{ 'public-pages.privacy.title' | transloco }}</a>
        <a routerLink="/accessibility">{{ 'public-pages.accessibility.title' | transloco }}</a>
        @if (demo.hasValue()) {
          <a routerLink="/mailbox">{{ 'shell.nav.mailbox' | transloco }}</a>
        }
      </p>
    </footer>
  `,
  styles: `
    :host {
      border-top: 1px solid var(--rule);
    }

    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--s2) var(--s5);
      max-width: calc(var(--page) + 2 * var(--s5));
      margin-inline: auto;
      padding: var(--s5);
      font-size: var(--small);
      color: var(--soft);
    }

    p {
      margin: 0;
    }

    @media (width < 40rem) {
      footer {
        padding-inline: var(--s4);
      }
    }
  `,
})
export class Footer {
  /** Set once the first page stands: its own questions begin then. */
  private readonly stands = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    ),
  );

  /** Loads only in a demo, which also has the mailbox. */
  protected readonly demo = inject(Api).read(readDemo, () => (this.stands() ? {} : undefined));
}
