import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Clashes } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';

/** Who would have to be in two places at once, one line each. */
@Component({
  selector: 'lib-clashes-list',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let found = clashes();
    @for (session of found.sessions; track $index) {
      <div class="small">
        {{
          'schedule.clash.session'
            | transloco: { title: session.title, tutors: session.tutors.join(', '), number: session.tutors.length }
        }}
      </div>
    }
    @if (found.participants) {
      <div class="small">{{ 'schedule.clash.participants' | transloco: { participants: found.participants } }}</div>
    }
  `,
})
export class ClashesList {
  readonly clashes = input.required<Clashes>();
}
