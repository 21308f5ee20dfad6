import { ChangeDetectionStrategy, Component, computed, ElementRef, input, model, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SurveyQuestion } from '@libretto/contracts';
import { type QuestionAnswer, scaleSteps } from '@libretto/domain';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { SurveySteps } from './survey-steps';

/** One question of a survey, with its answer as it stands. */
@Component({
  selector: 'lib-survey-field',
  imports: [InLanguagePipe, MatButtonModule, SentencePipe, SurveySteps],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './survey-field.html',
  styleUrl: './survey-field.css',
})
export class SurveyField {
  readonly question = input.required<SurveyQuestion>();
  readonly value = model<QuestionAnswer>();
  /** What is wrong with the answer, in words. */
  readonly fault = input<string>();

  private readonly legend = viewChild.required<ElementRef<HTMLElement>>('legend');

  protected get id(): string {
    return `survey-${this.question().id}`;
  }
  protected readonly steps = computed(() => {
    const question = this.question();
    return 'ends' in question ? scaleSteps(question) : [];
  });
  protected readonly number = computed(() => this.value() as number | undefined);
  protected readonly text = computed(() => String(this.value() ?? ''));
  protected readonly matrix = computed(() => (this.value() ?? {}) as Readonly<Record<string, number>>);
  private readonly chosen = computed(() => (this.value() ?? []) as readonly string[]);
  /** A radio button that was pressed cannot be let go. */
  protected readonly canBeCleared = computed(() => {
    const { kind, required } = this.question();
    return !required && this.value() !== undefined && ['scale', 'choice', 'matrix'].includes(kind);
  });
  protected readonly described = computed(() => {
    const ids = [this.question().hint && `${this.id}-hint`, this.fault() && `${this.id}-fault`];
    return ids.filter(Boolean).join(' ') || null;
  });

  focus(): void {
    this.legend().nativeElement.focus();
  }

  protected isChosen(option: string): boolean {
    return this.chosen().includes(option);
  }

  protected choose(option: string): void {
    const others = this.chosen().filter((one) => one !== option);
    this.put(this.isChosen(option) ? others : [...others, option]);
  }

  protected write({ target }: Event): void {
    this.put((target as HTMLInputElement).value);
  }

  protected rate(row: string, step: number | undefined): void {
    if (step !== undefined) this.put({ ...this.matrix(), [row]: step });
  }

  protected put(answer: QuestionAnswer | undefined): void {
    this.value.set(answer);
  }
}
