import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationFormBody, EvidenceView, FormField } from '@libretto/contracts';
import type { FormPart } from '@libretto/domain';
import { CountryNamePipe, LanguageNamesPipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { EvidenceOfKind } from './evidence-of-kind';
import { OwnAnswers } from './own-answers';

/** An applicant's form for reading. */
@Component({
  selector: 'lib-dossier-contents',
  imports: [TranslocoPipe, CountryNamePipe, LanguageNamesPipe, LongDayPipe, EvidenceOfKind, OwnAnswers],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (parts().includes('degrees') || form().degrees.length) {
      <h3>{{ 'admissions.field.degrees' | transloco }}</h3>
      <ul>
        @for (degree of form().degrees; track $index) {
          <li>
            {{ degree.title }}, {{ degree.institution }}, {{ degree.country | countryName }}, {{ degree.year }}
            <span class="soft">· {{ 'admissions.form.eqf.' + degree.eqfLevel | transloco }}</span>
          </li>
        } @empty {
          <li class="soft">{{ 'admissions.contents.none' | transloco }}</li>
        }
      </ul>
    }
    @if (parts().includes('posts') || form().posts.length) {
      <h3>{{ 'admissions.field.posts' | transloco }}</h3>
      @if (months() !== undefined && form().posts.length) {
        <p class="soft">{{ 'admissions.contents.months' | transloco: { months: months() } }}</p>
      }
      <ul>
        @for (post of form().posts; track $index) {
          <li>
            {{ post.role }}, {{ post.employer }}
            <span class="soft"
              >· {{ post.from | longDay }} –
              {{ post.until ? (post.until | longDay) : ('admissions.contents.today' | transloco) }}</span
            >
          </li>
        } @empty {
          <li class="soft">{{ 'admissions.contents.none' | transloco }}</li>
        }
      </ul>
    }
    @if (parts().includes('languages') || form().languages.length) {
      <h3>{{ 'admissions.field.languages' | transloco }}</h3>
      <ul>
        @for (one of form().languages; track $index) {
          <li>{{ [one.language] | languageNames }}: {{ one.level }}</li>
        } @empty {
          <li class="soft">{{ 'admissions.contents.none' | transloco }}</li>
        }
      </ul>
    }
    @if (form().referees.length) {
      <h3>{{ 'admissions.field.referees' | transloco }}</h3>
      <ul>
        @for (referee of form().referees; track $index) {
          <li>
            {{ referee.name }} <span class="soft">{{ referee.email }}</span>
          </li>
        }
      </ul>
    }
    <h3>{{ 'admissions.field.motivation' | transloco }}</h3>
    <p class="said">{{ form().motivation }}</p>
    @if (form().exceptionalConditions; as conditions) {
      <h3>{{ 'admissions.field.exceptionalConditions' | transloco }}</h3>
      <p class="said">{{ conditions }}</p>
    }
    @if (showsException()) {
      <lib-evidence-of-kind
        kind="exceptional-conditions"
        [editionId]="editionId()"
        [evidence]="evidence()"
        [editable]="false"
      />
    }
    <lib-own-answers [editionId]="editionId()" [fields]="fields()" [form]="form()" [evidence]="evidence()" />
  `,
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

  protected readonly showsException = computed(
    () =>
      this.form().exceptionalConditions !== '' || this.evidence().some(({ kind }) => kind === 'exceptional-conditions'),
  );
}
