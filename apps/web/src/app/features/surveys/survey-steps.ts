import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { endAt } from '@libretto/domain';
import { InLanguagePipe, SentencePipe } from '../../platform/language';

type Texts = Readonly<Record<string, string>>;

/** The steps of a scale between the words for its ends. The fieldset around it names what is rated. */
@Component({
  selector: 'lib-survey-steps',
  imports: [InLanguagePipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="small soft" aria-hidden="true">{{ ends().least | inLanguage }}</span>
    <span class="steps">
      @for (step of steps(); track step) {
        <label>
          <input type="radio" [name]="name()" [checked]="value() === step" (change)="value.set(step)" />
          <span aria-hidden="true">{{ step }}</span>
          <span class="unseen">
            {{ 'surveys.step' | transloco: { step, steps: steps().length } }}
            @if (endOf(step); as end) {
              {{ ends()[end] | inLanguage }}
            }
          </span>
        </label>
      }
    </span>
    <span class="small soft" aria-hidden="true">{{ ends().most | inLanguage }}</span>
  `,
  styles: `
    :host,
    .steps {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
    }

    .steps {
      gap: var(--s2);
    }

    label {
      position: relative;
      display: grid;
      justify-items: center;
      min-width: 2.25rem;
      padding-block: var(--s1);
      cursor: pointer;
    }

    input {
      width: 1.25rem;
      height: 1.25rem;
      margin: 0;
      accent-color: var(--ink);
    }
  `,
})
export class SurveySteps {
  readonly name = input.required<string>();
  readonly steps = input.required<readonly number[]>();
  readonly ends = input.required<{ readonly least: Texts; readonly most: Texts }>();
  readonly value = model<number>();

  protected endOf(step: number) {
    return endAt({ steps: this.steps().length }, step);
  }
}
