import { moveItemInArray } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import {
  emptyOption,
  hasOptions,
  type QuestionKind,
  questionKinds,
  testLimits,
  type TestOption,
  type TestQuestion,
} from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { OrderButtons } from '../../../ui/order-buttons';
import { NumberField } from './number-field';
import { TextInLanguage } from './text-in-language';

/** One question of a self-test as its author writes it, in one language. */
@Component({
  selector: 'lib-question-editor',
  imports: [
    MatButtonModule,
    MatCheckboxModule,
    MatFormFieldModule,
    MatInputModule,
    NumberField,
    OrderButtons,
    SentencePipe,
    TextInLanguage,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './question-editor.html',
  styleUrl: './question-editor.css',
})
export class QuestionEditor {
  readonly question = input.required<TestQuestion>();
  readonly language = input.required<string>();
  readonly changed = output<TestQuestion>();

  protected readonly kinds = questionKinds;
  protected readonly limits = testLimits;
  protected readonly hasOptions = computed(() => hasOptions(this.question()));
  protected readonly isChosen = computed(() => ['choice', 'choices'].includes(this.question().kind));
  protected readonly words = computed(() => {
    const { kind } = this.question();
    if (kind === 'order') return { title: 'items', one: 'item', add: 'add-item' } as const;
    if (kind === 'match') return { title: 'pairs', one: 'left', add: 'add-pair' } as const;
    return { title: 'options', one: 'option', add: 'add-option' } as const;
  });

  protected put(values: Partial<TestQuestion>): void {
    this.changed.emit({ ...this.question(), ...values });
  }

  protected choose({ target }: Event): void {
    this.put({ kind: (target as HTMLSelectElement).value as QuestionKind });
  }

  protected putOption(at: number, values: Partial<TestOption>): void {
    this.put({ options: this.question().options.map((one, place) => (place === at ? { ...one, ...values } : one)) });
  }

  /** Of a single choice, the one that becomes right takes the others' place. */
  protected right(at: number, isRight: boolean): void {
    const { kind, options } = this.question();
    const isOnly = kind === 'choice' && isRight;
    this.put({
      options: options.map((one, place) =>
        place === at ? { ...one, isRight } : isOnly ? { ...one, isRight: false } : one,
      ),
    });
  }

  protected add(): void {
    this.put({ options: [...this.question().options, emptyOption(crypto.randomUUID())] });
  }

  protected remove(at: number): void {
    this.put({ options: this.question().options.filter((_, place) => place !== at) });
  }

  protected move(from: number, to: number): void {
    const options = [...this.question().options];
    moveItemInArray(options, from, to);
    this.put({ options });
  }
}
