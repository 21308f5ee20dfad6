import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readSurveyResults, readSurveyResultsFile } from '@libretto/contracts';
import { Api, fileAddress } from '../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { DeadlinePipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { SurveyResultShown } from './survey-result';

/** What the survey of an edition says, or why nobody may know yet. */
@Component({
  selector: 'lib-survey-results-page',
  imports: [DeadlinePipe, Empty, PageHeader, SentencePipe, SurveyResultShown, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './survey-results.page.html',
})
export class SurveyResultsPage {
  readonly editionId = input.required<string>();

  private readonly reading = inject(ReadingLanguage);
  protected readonly survey = inject(Api).read(readSurveyResults, () => ({ params: { editionId: this.editionId() } }));
  protected readonly percent = computed(() => {
    const { answered = 0, participants = 0 } = this.survey.value() ?? {};
    return participants ? Math.round((answered * 100) / participants) : 0;
  });
  protected readonly reason = computed(() => {
    const { standing, answered = 0, least = 0 } = this.survey.value() ?? {};
    if (standing === 'none') return 'none';
    return standing === 'closed' && answered < least ? 'too-few' : 'wait';
  });

  protected file(format: 'csv' | 'xlsx'): string {
    return fileAddress(readSurveyResultsFile, {
      params: { editionId: this.editionId() },
      query: { format, language: this.reading.code() },
    });
  }
}
