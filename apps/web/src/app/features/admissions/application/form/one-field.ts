import { ChangeDetectionStrategy, Component, computed, inject, input, model, type WritableSignal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { isAddress, tidyAddress } from '@libretto/contracts';
import { simpleFault } from '@libretto/domain';
import { wordDay } from '@libretto/language';
import { injectSay, ReadingLanguage, SentencePipe } from '../../../../platform/language';
import { FieldError, isLongChoice, SearchChoice } from '../../../../ui/form';
import { type Asked, isSeveral, type Typed } from './asked';
import { answerOf } from './typed';

let drawn = 0;

/** Draws one field of a simple kind with its label, its hint and its error. */
@Component({
  selector: 'lib-one-field',
  imports: [FieldError, FormField, MatFormFieldModule, MatInputModule, SearchChoice, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './one-field.html',
  styleUrl: './one-field.css',
  host: { '[class.wide]': 'asked().wide', '[class.long]': 'isLong()' },
})
export class OneField {
  readonly asked = input.required<Asked>();
  readonly value = model<Typed>('');

  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  protected readonly id = `field-${drawn++}`;
  /** Only text values are bound to it: several options are boxes of their own. */
  protected readonly control = form(this.value as WritableSignal<string>, (path) => {
    required(path, { when: () => this.asked().required });
    validate(path, ({ value }) => {
      const isWrongAddress = this.asked().email && value() !== '' && !isAddress(tidyAddress(value()));
      return isWrongAddress ? { kind: 'not-an-address' } : this.fault();
    });
  });
  protected readonly isLong = computed(() => {
    const { rule } = this.asked();
    return rule.kind === 'text' && rule.long === true;
  });
  protected readonly isLongChoice = computed(() => isLongChoice(this.asked().options));
  protected readonly isSeveral = computed(() => isSeveral(this.asked().rule));

  protected isChosen(option: string): boolean {
    return this.value().includes(option);
  }

  protected choose(option: string, chosen: boolean): void {
    const others = (this.value() as string[]).filter((one) => one !== option);
    this.value.set(chosen ? [...others, option] : others);
  }

  private fault() {
    const { rule } = this.asked();
    const answer = answerOf(rule, this.value());
    const found = answer === undefined ? null : simpleFault(rule, answer);
    if (!found) return undefined;
    const language = this.reading.code();
    const { from, until, ...numbers } = found.numbers;
    const days = Object.fromEntries(
      Object.entries({ from, until }).map(([name, day]) => [name, day && wordDay(language, String(day), 'UTC')]),
    );
    return {
      kind: found.reason,
      message: this.say(`common.fields.${found.reason}`, { ...numbers, ...days }),
    };
  }
}
