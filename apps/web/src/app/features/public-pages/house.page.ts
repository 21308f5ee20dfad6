import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type HousePage as About, housePartsOf, readInstallation } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** The privacy page and the accessibility statement: the rules on this installation, and its contact. */
@Component({
  selector: 'lib-house-page',
  imports: [PageHeader, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './house.page.html',
})
export class HousePage {
  /** The page's name, from the route. */
  readonly about = input.required<About>();
  protected readonly parts = computed(() => housePartsOf(this.about()));
  protected readonly installation = inject(Api).read(readInstallation, () => ({}));
}
