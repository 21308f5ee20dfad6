import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ApplicationFormBody, EvidenceView, FormField } from '@libretto/contracts';
import type { FormPart } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { CountryNamePipe, LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { EvidenceOfKind } from './evidence-of-kind';
import { OwnAnswers } from './own-answers';

/** An applicant's form for reading. */
@Component({
  selector: 'lib-dossier-contents',
  imports: [SentencePipe, CountryNamePipe, LanguageNamesPipe, LongDayPipe, EvidenceOfKind, OwnAnswers],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dossier-contents.html',
})
export class DossierContents {
  readonly editionId = input.required<string>();
  readonly form = input.required<ApplicationFormBody>();
  /** The parts that the programme asks for now: answers from earlier versions show as well. */
  readonly parts = input.required<readonly FormPart[]>();
  /** The programme's own fields. */
  readonly fields = input.required<readonly FormField[]>();
  readonly evidence = input.required<readonly EvidenceView[]>();
  /** Months of experience, if they were counted. */
  readonly months = input<number>();

  /** The key of an EQF level's name: levels go from 1 to 8. */
  protected readonly eqf = (level: number) =>
    `admissions.form.eqf.${String(level) as KeyBelow<'admissions.form.eqf'>}` as const;
  protected readonly showsException = computed(
    () =>
      this.form().exceptionalConditions !== '' || this.evidence().some(({ kind }) => kind === 'exceptional-conditions'),
  );
}
