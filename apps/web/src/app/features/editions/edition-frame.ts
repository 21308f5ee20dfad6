import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { EditionNavigation } from './edition-navigation';

/** The frame of every page of an edition: the router places it around them. */
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
