import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { EditionNavigation } from './edition-navigation';

/** What every page of an edition stands in: the router places it around them. */
@Component({
  selector: 'lib-edition-frame',
  imports: [RouterOutlet, EditionNavigation],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-edition-navigation [editionId]="editionId()" />
    <router-outlet />
  `,
})
export class EditionFrame {
  readonly editionId = input.required<string>();
}
