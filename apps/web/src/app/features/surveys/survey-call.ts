import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnSurvey } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { DeadlinePipe } from '../../platform/time';

/** Calls a participant to the survey of their edition, for as long as they can answer it. */
@Component({
  selector: 'lib-survey-call',
  imports: [DeadlinePipe, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let view = survey().value();
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
  /** Asked together with the rest of its page. */
  readonly survey = input.required<HttpResourceRef<OwnSurvey | undefined>>();
}
