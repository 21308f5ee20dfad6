import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readDemo } from '@libretto/contracts/first';
import { Api } from '../platform/api';

@Component({
  selector: 'lib-footer',
  imports: [RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <footer>
      <p>{{ 'shell.footer.what' | transloco }}</p>
      <p class="row">
        <a routerLink="/verify">{{ 'shell.nav.verify' | transloco }}</a>
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
  /** Loads only in a demo, which also has the mailbox. */
  protected readonly demo = inject(Api).read(readDemo, () => ({}));
}
