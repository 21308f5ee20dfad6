import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { SentencePipe } from '../../../platform/language';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { LatenessSaid } from '../lateness-said';
import { stepFrom, type Cell } from './grid-steps';
import type { ShownColumn, ShownRow } from './table-cells';

/**
 * The table as a grid of one tab stop, moved in and written like a spreadsheet. The first column, -1, is the work
 * itself, which leads to its page.
 */
@Component({
  selector: 'lib-marking-grid',
  imports: [LatenessSaid, RefusalPipe, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marking-grid.html',
  styleUrl: './marking-grid.css',
})
export class MarkingGrid {
  readonly columns = input.required<readonly ShownColumn[]>();
  readonly rows = input.required<readonly ShownRow[]>();
  readonly wrote = output<readonly (Cell & { readonly written: string })[]>();
  readonly undone = output();
  readonly pasted = output<{ readonly text: string; readonly isFromSheet: boolean; readonly from: Cell }>();

  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  /** Whether the next Tab leaves the table. */
  private isLeaving = false;

  protected readonly current = linkedSignal<number, Cell>({
    source: () => this.rows().length,
    computation: (rows, before) => (before && before.value.row < rows ? before.value : { row: 0, column: 0 }),
  });
  /** What is being written in the current cell; `null` while nothing is. */
  protected readonly editing = signal<string | null>(null);

  /** Comes back to the cell where somebody was. */
  focus(): void {
    this.go(this.current());
  }

  protected isCurrent(row: number, column: number): boolean {
    const at = this.current();
    return at.row === row && at.column === column;
  }

  /** Moves there, as its first press or touch; a second one writes. */
  protected pick(row: number, column: number, event: Event): void {
    if (this.editing() !== null && this.isCurrent(row, column)) return;
    this.commit();
    const isTouched = event instanceof PointerEvent && event.pointerType === 'touch';
    if (this.isCurrent(row, column) && this.document.activeElement === this.cellAt({ row, column })) this.edit();
    else this.go({ row, column });
    if (isTouched) this.edit();
  }

  protected press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.editing() === null) this.pressMoving(event);
    else this.pressWriting(event);
  }

  protected copy(event: ClipboardEvent): void {
    if (this.editing() !== null || this.document.getSelection()?.toString()) return;
    const { row, column } = this.current();
    event.clipboardData?.setData('text/plain', this.rows()[row]?.written[column] ?? '');
    event.preventDefault();
  }

  protected paste(event: ClipboardEvent): void {
    if (this.editing() !== null || !event.clipboardData) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const isFromSheet = event.clipboardData.getData('text/html').includes('<table');
    const { row, column } = this.current();
    if (text) this.pasted.emit({ text, isFromSheet, from: { row, column: Math.max(0, column) } });
  }

  /** Whoever leaves a cell keeps what they wrote. */
  protected commit(): void {
    const written = this.editing();
    if (written === null) return;
    this.editing.set(null);
    const { row, column } = this.current();
    if (written !== this.rows()[row]?.written[column]) this.wrote.emit([{ row, column, written }]);
  }

  private pressMoving(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const { row, column } = this.current();
    const isPlain = !ctrlKey && !metaKey && !altKey;
    if (key === 'Escape') {
      this.isLeaving = true;
      return;
    }
    const to = this.isLeaving && key === 'Tab' ? null : stepFrom(this.current(), event, this.edges());
    this.isLeaving = false;
    if (to) this.go(to);
    else if ((key === 'Enter' || key === 'F2') && column >= 0) this.edit();
    else if ((key === 'Delete' || key === 'Backspace') && isPlain && column >= 0)
      this.wrote.emit([{ row, column, written: '' }]);
    else if (key.toLowerCase() === 'z' && (ctrlKey || metaKey)) this.undone.emit();
    else if (key.length === 1 && isPlain && column >= 0) this.edit(key);
    else return;
    event.preventDefault();
  }

  private pressWriting(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    if (key === 'Escape') this.editing.set(null);
    else if ((key === 'Enter' && !shiftKey) || key === 'Tab') this.commit();
    else return;
    event.preventDefault();
    const towards = key === 'Enter' ? { key: 'ArrowDown', shiftKey: false, ctrlKey: false, metaKey: false } : event;
    this.go((key !== 'Escape' && stepFrom(this.current(), towards, this.edges())) || this.current());
  }

  private edges() {
    return { rows: this.rows().length, columns: this.columns().length };
  }

  private go(to: Cell): void {
    this.current.set(to);
    afterNextRender(() => this.cellAt(to)?.focus(), { injector: this.injector });
  }

  /** Begins to write in the current cell, if it can be written in: over what is there, or with `from` instead of it. */
  private edit(from?: string): void {
    const { row, column } = this.current();
    const shown = this.rows()[row];
    if (!shown?.item.can.mark) return;
    this.editing.set(from ?? shown.written[column] ?? '');
    afterNextRender(
      () => {
        const editor = this.cellAt({ row, column })?.querySelector('textarea');
        editor?.focus();
        editor?.setSelectionRange(editor.value.length, editor.value.length);
      },
      { injector: this.injector },
    );
  }

  private cellAt({ row, column }: Cell): HTMLElement | null {
    return this.document.getElementById(`cell-${row}-${column}`);
  }
}
