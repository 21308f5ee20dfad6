import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readPublications } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** The publications of all editions, for everybody. */
@Component({
  selector: 'lib-publications-page',
  imports: [Empty, InLanguagePipe, PageHeader, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="publications" [lines]="8" />
    @if (publications.hasValue()) {
      @let items = publications.value().items;
      <lib-page-header [title]="'publication.public.title' | transloco">
        <p state>{{ 'publication.public.state' | transloco: { publications: items.length } }}</p>
      </lib-page-header>
      <ul>
        @for (one of items; track one.id) {
          <li>
            <h2>
              <a [routerLink]="['/publications', one.id]" [attr.lang]="one.language">{{ one.title }}</a>
            </h2>
            @if (one.subtitle) {
              <p [attr.lang]="one.language">{{ one.subtitle }}</p>
            }
            <p class="small soft">
              {{ one.programme | inLanguage }} · {{ 'publication.public.line' | transloco: one }}
            </p>
          </li>
        } @empty {
          <lib-empty [title]="'publication.public.none' | transloco">{{
            'publication.public.none-hint' | transloco
          }}</lib-empty>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding-block: var(--s4);
      border-top: 1px solid var(--rule);
    }

    h2,
    p {
      margin: 0 0 var(--s1);
    }
  `,
})
export class PublicationsPage {
  protected readonly publications = inject(Api).read(readPublications, () => ({}));
}
