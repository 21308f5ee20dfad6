import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EditionPace } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';

/** Who is behind the plan of an edition: their number, the first of them, and the way to all. */
@Component({
  selector: 'lib-people-behind',
  imports: [RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="soft">
      {{ 'pace.list.behind-state' | transloco: { participants: pace().behind.participants, percent: pace().percent } }}
    </p>
    @if (pace().behind.people.length) {
      <ul>
        @for (person of pace().behind.people; track person.enrolmentId) {
          <li>
            <a [routerLink]="['/editions', editionId(), 'enrolments', person.enrolmentId, 'ledger']">{{
              person.name
            }}</a>:
            <span class="soft">{{ person.institution }}, {{ 'pace.list.behind-line' | transloco: person }}</span>
          </li>
        }
      </ul>
      <p>
        <a [routerLink]="['/editions', editionId(), 'hours']" [queryParams]="{ behind: true }">{{
          'pace.list.all-behind' | transloco
        }}</a>
      </p>
    }
  `,
  styles: 'ul { columns: 22rem; max-width: none; }',
})
export class PeopleBehind {
  readonly editionId = input.required<string>();
  readonly pace = input.required<EditionPace>();
}
