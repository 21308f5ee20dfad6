import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readMySurvey } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { DeadlinePipe } from '../../platform/time';

/** Calls a participant to the survey of their edition, for as long as they can answer it. */
@Component({
  selector: 'lib-survey-call',
  imports: [DeadlinePipe, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let view = survey.value();
    @if (view?.can?.answer) {
      <p>
        <a [routerLink]="['/editions', editionId(), 'survey']">{{ 'surveys.next' | transloco }}</a>
        <span class="soft"> {{ 'surveys.state.open' | transloco: { until: (view?.until | deadline) } }}</span>
      </p>
    }
  `,
})
export class SurveyCall {
  readonly editionId = input.required<string>();

  protected readonly survey = inject(Api).read(readMySurvey, () => ({ params: { editionId: this.editionId() } }));
}
