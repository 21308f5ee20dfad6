import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { type Path, spelledPath } from '@libretto/domain';
import type { KeyBelow, SentenceKey } from '@libretto/language';
import { inLanguage, injectSay, LanguageNamesPipe, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { OrderButtons } from '../../../ui/order-buttons';
import { PartFaults } from './part-faults';
import { PictureFields } from './picture-fields';
import { ProgrammeEditing } from './programme-editing';
import { emptyOf, type Shape } from './shape';

/** The words for the choices of a part, by its name; says programmes.editor.designs.* and says programmes.editor.approvals.* too. */
const wordsOfChoices: Readonly<Record<string, string>> = {
  participation: 'programmes.participation',
  cycle: 'programmes.cycle',
  mode: 'programmes.mode',
  supervision: 'programmes.supervision',
  cooperation: 'programmes.cooperation',
  design: 'programmes.editor.designs',
  approval: 'programmes.editor.approvals',
};
/** Parts that name a picture of the file. */
const namesPicture: ReadonlySet<string> = new Set(['logo', 'seal', 'signature']);

/** One part of a programme file as a field, or as fields of its own: the shape of the part says which. */
@Component({
  selector: 'lib-part-field',
  imports: [
    LanguageNamesPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    NgTemplateOutlet,
    OrderButtons,
    PartFaults,
    PictureFields,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './part-field.html',
  styleUrl: './part-field.css',
  host: { '[id]': 'id()' },
})
export class PartField {
  readonly shape = input.required<Shape>();
  readonly path = input.required<Path>();
  readonly isRequired = input(false);
  /** Of an item of a list: its number. */
  readonly number = input<number>();

  protected readonly editing = inject(ProgrammeEditing);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);

  protected readonly id = computed(() => `part-${this.path().join('.')}`);
  protected readonly value = computed(() => this.editing.file.at(this.path()));
  protected readonly name = computed(() => String(this.path().findLast((step) => typeof step === 'string')));
  protected readonly items = computed(() => {
    const value = this.value();
    return Array.isArray(value) ? value.map((_, at) => at) : [];
  });
  protected readonly isFaulty = computed(() => this.editing.faultsAt(this.path()).length > 0);
  protected readonly pictures = computed(() => (namesPicture.has(this.name()) ? this.editing.pictures() : null));
  protected readonly isOfLanguages = computed(() => this.name() === 'languages');
  /** Items of lists of single values need no frame of their own. */
  protected readonly isListOfValues = computed(() => {
    const shape = this.shape();
    return shape.kind === 'list' && shape.item.kind !== 'group';
  });
  protected readonly label = computed(() => {
    const words = this.say(`programmes.editor.fields.${this.name() as KeyBelow<'programmes.editor.fields'>}`);
    const number = this.number();
    return number === undefined ? words : this.say('programmes.editor.item', { part: words, number });
  });

  /** The place of the item that was added last: it is open. */
  protected readonly added = signal<number | null>(null);

  /** What tells an item of a list from the others: its name, title or text. */
  protected summaryOf(at: number): string {
    const item = this.editing.file.at(this.pathTo(at));
    const { title, text, name } = (item ?? {}) as Record<string, Record<string, string> | string | undefined>;
    const said = title ?? text ?? name ?? '';
    return typeof said === 'string' ? said : inLanguage(said, this.reading.code());
  }

  protected faultsWithin(at: number): number {
    const spelled = `${spelledPath(this.pathTo(at))}.`;
    return this.editing.faults().filter(({ path }) => `${path}.`.startsWith(spelled)).length;
  }

  protected textIn(language: string): string {
    const value = this.value();
    const text = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[language] : undefined;
    return typeof text === 'string' ? text : '';
  }

  protected pathTo(step: string | number): Path {
    return [...this.path(), step];
  }

  protected wordOf(option: string | number): string {
    const words = wordsOfChoices[this.name()];
    return words ? this.say(`${words}.${option}` as SentenceKey) : String(option);
  }

  /** An emptied field that may be left out is taken out of the file. */
  protected write(typed: string, path: Path = this.path()): void {
    const text = typed.trim();
    if (text === '' && !this.isRequired()) this.editing.file.remove(path);
    else this.editing.file.set(path, this.shape().kind === 'number' ? numberIn(text) : text);
  }

  protected writeIn(language: string, typed: string): void {
    const isLast = this.editing.languages().every((other) => other === language || !this.textIn(other));
    if (typed.trim() === '' && isLast && !this.isRequired()) this.editing.file.remove(this.path());
    else this.write(typed, this.pathTo(language));
  }

  protected choose(typed: string): void {
    const shape = this.shape();
    if (typed === '') this.editing.file.remove(this.path());
    else if (shape.kind === 'choice')
      this.editing.file.set(
        this.path(),
        shape.options.find((option) => String(option) === typed),
      );
    else this.editing.file.set(this.path(), typed);
  }

  protected tick(is: boolean): void {
    if (is || this.isRequired()) this.editing.file.set(this.path(), is);
    else this.editing.file.remove(this.path());
  }

  protected add(): void {
    const [shape, languages] = [this.shape(), this.editing.languages()];
    if (shape.kind !== 'list') return this.editing.file.set(this.path(), emptyOf(shape, languages));
    const item = emptyOf(shape.item, languages);
    this.added.set(this.items().length);
    this.editing.file.append(this.path(), this.name() === 'modules' ? this.numbered(item) : item);
  }

  protected remove(at?: number): void {
    const isLast = at !== undefined && this.items().length === 1 && !this.isRequired();
    this.editing.file.remove(at === undefined || isLast ? this.path() : this.pathTo(at));
    this.numberAgain();
  }

  protected move(from: number, to: number): void {
    this.editing.file.move(this.path(), from, to);
    this.numberAgain();
  }

  private numbered(module: unknown): object {
    return { ...(module as object), number: this.items().length + 1 };
  }

  /** Modules are numbered in their order. */
  private numberAgain(): void {
    if (this.name() === 'modules')
      for (const at of this.items()) this.editing.file.set([...this.pathTo(at), 'number'], at + 1);
  }
}

/** What is no number stays as it was typed: the check says what it should be. */
const numberIn = (text: string): number | string => (text === '' || Number.isNaN(Number(text)) ? text : Number(text));
