import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { CheckedPlan } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';

/** Modules whose planned contact minutes are others than the programme's, one line each. */
@Component({
  selector: 'lib-uneven-modules',
  imports: [HoursPipe, InLanguagePipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (module of modules(); track module.number) {
        <li>
          {{ 'schedule.module' | transloco: { number: module.number } }} · {{ module.title | inLanguage }}:
          {{
            'schedule.several.minutes-line'
              | transloco: { planned: module.planned | hours, notional: module.notional | hours }
          }}
        </li>
      }
    </ul>
  `,
})
export class UnevenModules {
  readonly modules = input.required<CheckedPlan['modules']>();
}
