import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { PageHeader } from '../ui/page-header';
import { hatsOf } from './hats';

/** Who wears several hats chooses here; everybody else never sees this page. */
@Component({
  selector: 'lib-landing-page',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'shell.landing.hello' | transloco: { name: signedIn.me()?.givenName }" [state]="'shell.landing.choose' | transloco" />
    <ul>
      @for (hat of hats(); track hat.path) {
        <li>
          <a [routerLink]="hat.path">{{ 'shell.hats.' + hat.key + '.link' | transloco }}@if (hat.edition) { · {{ hat.edition }} }</a>
          <p>{{ 'shell.hats.' + hat.key + '.what' | transloco }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
    }

    li {
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    a {
      font: 600 var(--h3) var(--serif);
    }

    p {
      margin: var(--s1) 0 0;
    }
  `,
})
export class LandingPage {
  protected readonly signedIn = inject(SignedIn);
  protected readonly hats = computed(() => {
    const me = this.signedIn.me();
    return me ? hatsOf(me, this.signedIn.editions(), today()) : [];
  });
}
