import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type HousePage as About, housePages, readInstallation } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** The privacy page and the accessibility statement: the rules on this installation, and its contact. */
@Component({
  selector: 'lib-house-page',
  imports: [PageHeader, TranslocoPipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="installation" [lines]="16" />
    @if (installation.value(); as values) {
      <lib-page-header
        [title]="'public-pages.' + about() + '.title' | transloco"
        [state]="'public-pages.' + about() + '.state' | transloco: values"
      />
      @for (part of parts(); track part) {
        <h2>{{ 'public-pages.' + about() + '.' + part + '.title' | transloco }}</h2>
        <p>{{ 'public-pages.' + about() + '.' + part + '.text' | transloco: values }}</p>
      }
    }
  `,
})
export class HousePage {
  /** The page's name, from the route. */
  readonly about = input.required<About>();
  protected readonly parts = computed(() => housePages[this.about()]);
  protected readonly installation = inject(Api).read(readInstallation, () => ({}));
}
