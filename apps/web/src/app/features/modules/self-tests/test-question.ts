import { CdkDrag, CdkDropList, moveItemInArray } from '@angular/cdk/drag-drop';
import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  signal,
} from '@angular/core';
import type { TestOutcome } from '@libretto/contracts';
import type { PaperQuestion, TestAnswer, Texts } from '@libretto/domain';
import { inLanguage, InLanguagePipe, injectSay, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { OrderButtons } from '../../../ui/order-buttons';
import { Status } from '../../../ui/status';
import { typedNumber } from './typed-number';

/** One question of a self-test with its answer as it stands, and what was right once that is told. */
@Component({
  selector: 'lib-test-question',
  imports: [CdkDrag, CdkDropList, InLanguagePipe, OrderButtons, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './test-question.html',
  styleUrl: './test-question.css',
})
export class TestQuestionShown {
  readonly question = input.required<PaperQuestion>();
  /** Its place in the test, from 1. */
  readonly number = input.required<number>();
  /** Options by their places on the sheet; a number as it is typed. */
  readonly answer = model<TestAnswer>();
  readonly outcome = input<TestOutcome | null>(null);
  readonly isLocked = input(false, { transform: booleanAttribute });

  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  protected readonly moved = signal('');
  /** Two sheets may stand on one page. */
  private readonly mark = crypto.getRandomValues(new Uint32Array(1)).join('');
  protected readonly id = computed(() => `question-${this.mark}-${this.question().id}`);
  protected readonly isFixed = computed(() => this.isLocked() || this.outcome() !== null);
  protected readonly chosen = computed(() => [this.answer() ?? []].flat().map(String));
  protected readonly typed = computed(() => String(this.answer() ?? ''));
  /** The items as they are put in order so far. */
  protected readonly ordered = computed(() => {
    const { options } = this.question();
    const places = this.chosen();
    return places.length ? places.flatMap((place) => options.find(({ id }) => id === place) ?? []) : [...options];
  });
  protected readonly isNoNumber = computed(
    () => this.question().kind === 'number' && this.typed() !== '' && typedNumber(this.typed()) === undefined,
  );
  protected readonly right = computed(() => [this.outcome()?.right ?? []].flat().map(String));
  protected readonly standing = computed(() => {
    const { percent } = this.outcome() ?? { percent: 0 };
    return percent === 100 ? 'right' : percent > 0 ? 'partly' : 'wrong';
  });
  protected readonly earned = computed(() => {
    const earned = (this.question().points * (this.outcome()?.percent ?? 0)) / 100;
    return new Intl.NumberFormat(this.reading.code(), { maximumFractionDigits: 2 }).format(earned);
  });

  protected textOf(place: string): Texts {
    return this.question().options.find(({ id }) => id === place)?.text ?? {};
  }

  /** A number in the reader's form. */
  protected figure(value: string | number): string {
    return new Intl.NumberFormat(this.reading.code(), { maximumFractionDigits: 10 }).format(Number(value));
  }

  protected press(place: string): void {
    const others = this.chosen().filter((one) => one !== place);
    const isGone = others.length < this.chosen().length;
    this.put(isGone ? others : [...others, place]);
  }

  protected pair(at: number, place: string): void {
    const { prompts } = this.question();
    const now = this.chosen();
    // An option that is put somewhere else leaves its place.
    const pairs = prompts.map((_, one) => (one === at ? place : now[one] === place ? '' : (now[one] ?? '')));
    this.put(pairs.some(Boolean) ? pairs : []);
  }

  protected move(from: number, to: number): void {
    const items = this.ordered();
    const item = items[from];
    if (!item || from === to || this.isFixed()) return;
    moveItemInArray(items, from, to);
    this.put(items.map(({ id }) => id));
    const name = inLanguage(item.text, this.reading.code());
    this.moved.set(this.say('self-tests.answer.moved', { item: name, place: to + 1, of: items.length }));
  }

  protected write({ target }: Event): void {
    this.put((target as HTMLInputElement).value);
  }

  protected valueOf({ target }: Event): string {
    return (target as HTMLSelectElement).value;
  }

  protected put(answer: TestAnswer): void {
    this.answer.set(answer);
  }
}
