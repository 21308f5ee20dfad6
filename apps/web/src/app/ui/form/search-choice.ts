import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import {
  MatAutocompleteModule,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
} from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { plain, searchFor } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';

interface Option {
  readonly id: string;
  readonly label: string;
}

/** The number of options from which on a list is searched by typing instead of scrolled. */
const long = 25;
export const isLongChoice = (options: readonly Option[] | undefined): boolean => (options?.length ?? 0) > long;

/**
 * One of many options, found by typing a part of its name; its value is the option's id, or ''. Without a `label` of
 * its own it has that of the `<label for>` with its `inputId`. Its content is its error.
 */
@Component({
  selector: 'lib-search-choice',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInputModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field [subscriptSizing]="subscriptSizing()">
      @if (label(); as words) {
        <mat-label>{{ words }}</mat-label>
      }
      <input
        #box
        matInput
        autocomplete="off"
        [id]="inputId()"
        [value]="shown()"
        [required]="required()"
        [attr.aria-invalid]="isWrong()"
        [matAutocomplete]="found"
        (input)="text.set(box.value)"
        (focus)="box.select()"
        (blur)="leave($event)"
      />
      <mat-autocomplete
        #found="matAutocomplete"
        autoActiveFirstOption
        [displayWith]="labelOf"
        (optionSelected)="choose($event)"
        (closed)="settle()"
      >
        @for (option of matches(); track option.id) {
          <mat-option [value]="option.id">{{ option.label }}</mat-option>
        } @empty {
          <mat-option disabled>{{ 'common.no-results' | transloco }}</mat-option>
        }
      </mat-autocomplete>
      <mat-hint [class.wrong]="isWrong()"><ng-content /></mat-hint>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }

    .wrong {
      color: var(--red);
    }
  `,
})
export class SearchChoice implements FormValueControl<string> {
  readonly value = model('');
  readonly options = input.required<readonly Option[]>();
  readonly label = input<string>();
  readonly inputId = input(`search-choice-${drawn++}`);
  readonly subscriptSizing = input<'fixed' | 'dynamic'>('fixed');
  readonly required = input(false);
  readonly invalid = input(false);
  readonly touched = input(false);
  readonly touch = output<void>();

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly list = viewChild.required(MatAutocompleteTrigger);
  /** The text being typed; `undefined` where the field shows the choice. */
  protected readonly text = signal<string | undefined>(undefined);
  protected readonly isWrong = computed(() => this.touched() && this.invalid());
  protected readonly labelOf = (id: string) => this.options().find((option) => option.id === id)?.label ?? '';
  protected readonly shown = computed(() => this.text() ?? this.labelOf(this.value()));
  /** Matches at the beginning come first. */
  protected readonly matches = computed(() => {
    const text = this.text();
    if (!text) return this.options();
    const isSought = searchFor(text);
    const found = this.options().filter(({ label }) => isSought(label));
    const begins = ({ label }: Option) => plain(label).startsWith(plain(text));
    return [...found.filter(begins), ...found.filter((option) => !begins(option))];
  });

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    this.become(option.value as string);
  }

  /**
   * Focus that goes to an option of the list comes back; focus that goes to another field, as with a phone's "next",
   * closes the list.
   */
  protected leave({ relatedTarget }: FocusEvent): void {
    if (!this.list().panelOpen) this.settle();
    else if (relatedTarget instanceof Element && !relatedTarget.closest('mat-option')) this.list().closePanel();
  }

  /**
   * An emptied field means none; a whole name or the only match means that one; any other text gives way to the
   * previous choice.
   */
  protected settle(): void {
    const text = this.text();
    if (text !== undefined) this.become(text.trim() === '' ? '' : (this.meantBy(text)?.id ?? this.value()));
    this.touch.emit();
  }

  private meantBy(text: string): Option | undefined {
    const [first, ...others] = this.matches();
    return first && (others.length === 0 || plain(first.label) === plain(text)) ? first : undefined;
  }

  private become(value: string): void {
    const box = this.box().nativeElement;
    this.text.set(undefined);
    box.value = this.labelOf(value);
    if (value === this.value()) return;
    this.value.set(value);
    // Forms that save themselves listen to their fields as to any other.
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

let drawn = 0;
