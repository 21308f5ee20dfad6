import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationFormBody } from '@libretto/contracts';
import { CountryNamePipe, LanguageNamesPipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';

/** What an applicant wrote, to be read. */
@Component({
  selector: 'lib-dossier-contents',
  imports: [TranslocoPipe, CountryNamePipe, LanguageNamesPipe, LongDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>{{ 'admissions.form.degrees' | transloco }}</h3>
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
    <h3>{{ 'admissions.form.posts' | transloco }}</h3>
    @if (months() !== undefined) {
      <p class="soft">{{ 'admissions.contents.months' | transloco: { months: months() } }}</p>
    }
    <ul>
      @for (post of form().posts; track $index) {
        <li>
          {{ post.role }}, {{ post.employer }}
          <span class="soft">· {{ post.from | longDay }} – {{ post.until ? (post.until | longDay) : ('admissions.contents.today' | transloco) }}</span>
        </li>
      } @empty {
        <li class="soft">{{ 'admissions.contents.none' | transloco }}</li>
      }
    </ul>
    <h3>{{ 'admissions.form.languages' | transloco }}</h3>
    <ul>
      @for (one of form().languages; track $index) {
        <li>{{ [one.language] | languageNames }}: {{ one.level }}</li>
      } @empty {
        <li class="soft">{{ 'admissions.contents.none' | transloco }}</li>
      }
    </ul>
    <h3>{{ 'admissions.form.motivation' | transloco }}</h3>
    <p class="said">{{ form().motivation }}</p>
    @if (form().exceptionalConditions; as conditions) {
      <h3>{{ 'admissions.form.exception' | transloco }}</h3>
      <p class="said">{{ conditions }}</p>
    }
    @if (form().referees.length) {
      <h3>{{ 'admissions.form.referees' | transloco }}</h3>
      <ul>
        @for (referee of form().referees; track $index) {
          <li>{{ referee.name }} <span class="soft">{{ referee.email }}</span></li>
        }
      </ul>
    }
  `,
  styles: `
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class DossierContents {
  readonly form = input.required<ApplicationFormBody>();
  /** Of experience, where somebody has counted them. */
  readonly months = input<number>();
}
