import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  model,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SentenceKey } from '@libretto/language';
import { SentencePipe } from '../../../../platform/language';
import { type Asked, emptyRow, type Typed, type TypedRow } from './asked';
import { OneField } from './one-field';

/**
 * Rows of the same few fields, in any number: adds one, removes one, and moves the cursor to the next place to type.
 */
@Component({
  selector: 'lib-rows',
  imports: [MatButtonModule, SentencePipe, OneField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (row of rows(); track row['rowId']; let at = $index) {
      @let name = legend() | transloco: { number: at + 1 };
      <fieldset>
        <legend>{{ name }}</legend>
        @for (column of columns(); track column.id) {
          <lib-one-field
            [asked]="column"
            [value]="row[column.id] ?? ''"
            (valueChange)="change(at, column.id, $event)"
          />
        }
        <button mat-button type="button" (click)="remove(at)">
          {{ 'admissions.form.remove' | transloco }}<span class="unseen">: {{ name }}</span>
        </button>
      </fieldset>
    }
    @if (!isFull()) {
      <button class="add" mat-stroked-button type="button" (click)="add()">
        {{ addLabel() | transloco }}<span class="unseen">{{ of() }}</span>
      </button>
    }
  `,
  styleUrl: './rows.css',
})
export class Rows {
  readonly columns = input.required<readonly Asked[]>();
  readonly rows = model.required<TypedRow[]>();
  /** The key of a row's name, with its `number`. */
  readonly legend = input<SentenceKey>('admissions.form.row');
  /** The key of the label for adding a row. */
  readonly addLabel = input<SentenceKey>('admissions.form.add-row');
  /** The subject of the rows, for screen readers, which otherwise read several equal buttons. */
  readonly of = input('');
  readonly most = input(20);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly isFull = computed(() => this.rows().length >= this.most());

  protected change(at: number, id: string, value: Typed): void {
    this.rows.update((rows) => rows.map((row, index) => (index === at ? { ...row, [id]: value } : row)));
  }

  protected add(): void {
    this.rows.update((rows) => [...rows, emptyRow(this.columns())]);
    this.goToRow(this.rows().length - 1);
  }

  protected remove(at: number): void {
    this.rows.update((rows) => rows.filter((_, index) => index !== at));
    this.goToRow(Math.min(at, this.rows().length - 1));
  }

  /** Focuses the first field of a row or, if no row is left, the button that adds one. */
  private goToRow(at: number): void {
    afterNextRender(
      {
        read: () => {
          const row = this.host.querySelectorAll(':scope > fieldset')[at];
          (row ?? this.host).querySelector<HTMLElement>(row ? 'input, select, textarea' : '.add')?.focus();
        },
      },
      { injector: this.injector },
    );
  }
}
