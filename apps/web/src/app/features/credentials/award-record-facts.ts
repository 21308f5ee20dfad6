import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type GradeShare, percentOf } from '@libretto/domain';
import { CountryNamePipe, InLanguagePipe, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { FullNamePipe } from '../../ui/person-name.pipes';

type Texts = Record<string, string>;

/** The elements of an award's record that the registrar compares with the certificate. */
interface RecordShown {
  readonly learner: { readonly givenName: string; readonly familyName: string; readonly dateOfBirth: string };
  readonly title: Texts;
  readonly awardingBodies: readonly { readonly name: string; readonly country: string }[];
  readonly awardedAt: string;
  readonly level: { readonly eqf: number };
  readonly workload: { readonly minutes: number; readonly ects?: number };
  readonly assessment: { readonly type: Texts };
  readonly qualityAssurance: Texts;
  readonly grades?: readonly {
    readonly work: Texts;
    readonly grade: string;
    readonly distribution?: { readonly people: number; readonly grades: readonly GradeShare[] };
  }[];
  readonly outcomes: readonly { readonly id: string; readonly text: Texts }[];
}

@Component({
  selector: 'lib-award-record-facts',
  imports: [SentencePipe, CountryNamePipe, FullNamePipe, InLanguagePipe, LongDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let shows = shown();
    <dl class="facts">
      <div>
        <dt>{{ 'credentials.award.learner' | transloco }}</dt>
        <dd>{{ shows.learner | fullName }}</dd>
      </div>
      <div>
        <dt>{{ 'credentials.award.born' | transloco }}</dt>
        <dd>{{ shows.learner.dateOfBirth | longDay }}</dd>
      </div>
      <div>
        <dt>{{ 'credentials.award.programme' | transloco }}</dt>
        <dd>{{ shows.title | inLanguage }}</dd>
      </div>
      <div>
        <dt>{{ 'credentials.award.awarded' | transloco }}</dt>
        <dd>{{ shows.awardedAt | longDay }}</dd>
      </div>
      <div>
        <dt>{{ 'credentials.award.level' | transloco }}</dt>
        <dd>{{ 'credentials.award.level-text' | transloco: { level: shows.level.eqf } }}</dd>
      </div>
      <div>
        <dt>{{ 'credentials.award.workload' | transloco }}</dt>
        <dd>
          {{
            'credentials.award.workload-text'
              | transloco: { ects: shows.workload.ects ?? 0, hours: shows.workload.minutes / 60 }
          }}
        </dd>
      </div>
      <div>
        <dt>{{ 'credentials.award.bodies' | transloco }}</dt>
        @for (body of shows.awardingBodies; track body.name) {
          <dd>{{ body.name }} ({{ body.country | countryName }})</dd>
        }
      </div>
      <div>
        <dt>{{ 'credentials.award.assessment' | transloco }}</dt>
        <dd>{{ shows.assessment.type | inLanguage }}</dd>
      </div>
      @for (graded of shows.grades; track $index) {
        <div>
          <dt>{{ 'credentials.award.result' | transloco }}</dt>
          <dd>{{ graded.work | inLanguage }}: {{ graded.grade }}</dd>
        </div>
        @if (graded.distribution; as all) {
          <div>
            <dt>{{ 'credentials.award.distribution' | transloco: { people: all.people } }}</dt>
            @for (share of all.grades; track share.grade) {
              <dd>{{ share.grade }}: {{ share.people }} ({{ percentOf(share.people, all.people) }}%)</dd>
            }
          </div>
        }
      }
    </dl>
    <h3>{{ 'credentials.award.quality-assurance' | transloco }}</h3>
    <p>{{ shows.qualityAssurance | inLanguage }}</p>
    <h3>{{ 'credentials.award.outcomes' | transloco }}</h3>
    <ol>
      @for (outcome of shows.outcomes; track outcome.id) {
        <li>{{ outcome.text | inLanguage }}</li>
      }
    </ol>
  `,
})
export class AwardRecordFacts {
  readonly record = input.required<Record<string, unknown>>();
  protected readonly percentOf = percentOf;
  protected readonly shown = computed(() => this.record() as unknown as RecordShown);
}
