import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'lib-footer',
  imports: [RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <footer>
      <p>{{ 'shell.footer.what' | transloco }}</p>
      <p>
        <a routerLink="/verify">{{ 'shell.nav.verify' | transloco }}</a>
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
  `,
})
export class Footer {}
