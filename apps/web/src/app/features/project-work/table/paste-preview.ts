import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { isRefusal, type LaidCell, type layBlock } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import type { ShownColumn, ShownRow } from './table-cells';

const mostShown = 20;

/** What a pasted block would write into the table, and which of its cells are refused and why, before anything is written. */
@Component({
  selector: 'lib-paste-preview',
  imports: [MatButtonModule, RefusalPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section aria-labelledby="paste-title">
      <h2 id="paste-title" tabindex="-1" #title>{{ 'project-work.table.paste.title' | transloco }}</h2>
      <p>
        {{ 'project-work.table.paste.cells' | transloco: { cells: taken().length } }}
        {{ 'project-work.table.paste.over' | transloco: { cells: over() } }}
        {{ 'project-work.table.paste.outside' | transloco: { cells: laid().outside } }}
      </p>
      @if (refused().length) {
        <p>{{ 'project-work.table.paste.refused' | transloco: { cells: cellsRefused() } }}</p>
        <ul>
          @for (cell of refused().slice(0, mostShown); track $index) {
            <li>
              @if (cell.cell; as at) {
                {{
                  'project-work.table.paste.why'
                    | transloco: { name: cell.name, column: at.column, written: at.written, why: (cell.why | refusal) }
                }}
              } @else {
                {{ cell.name }}: {{ cell.why | refusal }}
              }
            </li>
          }
        </ul>
        @if (refused().length > mostShown) {
          <p>{{ 'project-work.table.more' | transloco: { more: refused().length - mostShown } }}</p>
        }
      }
      <div class="row">
        @if (taken().length) {
          <button matButton="filled" type="button" (click)="agreed.emit(taken())">
            {{ 'project-work.table.paste.do' | transloco: { cells: taken().length } }}
          </button>
        }
        <button matButton="outlined" type="button" (click)="cancelled.emit()">
          {{ 'shell.confirm.leave' | transloco }}
        </button>
      </div>
    </section>
  `,
  styles:
    'section { border: 1px solid var(--edge); border-radius: var(--radius); padding: var(--s4); margin-bottom: var(--s4); } h2 { margin-top: 0; } li { overflow-wrap: anywhere; }',
})
export class PastePreview {
  readonly laid = input.required<ReturnType<typeof layBlock>>();
  readonly rows = input.required<readonly ShownRow[]>();
  readonly columns = input.required<readonly ShownColumn[]>();
  readonly agreed = output<readonly LaidCell[]>();
  readonly cancelled = output();

  protected readonly mostShown = mostShown;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  /** Cells that would change something. */
  protected readonly taken = computed(() =>
    this.laid().cells.filter(({ says, row, column, written }) => !isRefusal(says) && (written || this.at(row, column))),
  );
  protected readonly over = computed(
    () => this.taken().filter(({ row, column }) => this.at(row, column) !== '').length,
  );
  /** Cells that say nothing known, each by itself; of a row that takes no mark, its reason once. */
  protected readonly refused = computed(() => {
    const said = this.laid().cells.filter(({ says, written }) => isRefusal(says) && written);
    return said.flatMap(({ row, column, written, says }, at) => {
      const shown = this.rows()[row];
      if (!isRefusal(says) || !shown) return [];
      const isOfRow = !shown.item.can.mark;
      if (isOfRow && said.findIndex((cell) => cell.row === row) !== at) return [];
      const cell = { column: this.columns()[column]?.title, written: written.slice(0, 60) };
      return [{ name: shown.item.by, cell: isOfRow ? null : cell, why: { code: says.refused, numbers: says.numbers } }];
    });
  });
  protected readonly cellsRefused = computed(
    () => this.laid().cells.filter(({ says, written }) => isRefusal(says) && written).length,
  );

  constructor() {
    afterNextRender(() => this.title().nativeElement.focus());
  }

  private at(row: number, column: number): string {
    return this.rows()[row]?.written[column] ?? '';
  }
}
