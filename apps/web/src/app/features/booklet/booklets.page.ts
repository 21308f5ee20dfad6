import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readEditions } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** One booklet for each edition in which the person takes part. */
@Component({
  selector: 'lib-booklets-page',
  imports: [InLanguagePipe, PageHeader, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header [title]="'booklet.all.title' | transloco" [state]="'booklet.all.state' | transloco" />
    <lib-waiting [for]="editions" [lines]="2" />
    <ul>
      @for (edition of own(); track edition.id) {
        <li>
          <a [routerLink]="['/booklet', edition.id]">{{ edition.programme.title | inLanguage }}</a> · {{ edition.name }}
        </li>
      }
    </ul>
  `,
})
export class BookletsPage {
  protected readonly editions = inject(Api).read(readEditions, () => ({}));
  protected readonly own = computed(() =>
    (this.editions.value()?.items ?? []).filter(({ roles }) => roles.includes('participant')),
  );
}
