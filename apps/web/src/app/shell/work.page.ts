import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { PageHeader } from '../ui/page-header';
import { hatsOf } from './hats';

/** Everything that is there for this person to do: for those who wear several hats, or one hat in several editions. */
@Component({
  selector: 'lib-work-page',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'shell.work.title' | transloco"
      [state]="'shell.work.choose' | transloco: { parts: hats().length }"
    />
    <ul>
      @for (hat of hats(); track hat.path) {
        <li>
          <a [routerLink]="hat.path"
            >{{ 'shell.hats.' + hat.key + '.link' | transloco }}
            @if (hat.edition) {
              · {{ hat.edition }}
            }
          </a>
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
export class WorkPage {
  protected readonly signedIn = inject(SignedIn);
  protected readonly hats = computed(() => {
    const me = this.signedIn.me();
    return me ? hatsOf(me, this.signedIn.editions(), today()) : [];
  });
}
