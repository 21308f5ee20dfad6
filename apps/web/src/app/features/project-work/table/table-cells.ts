import { computed, type Signal, signal } from '@angular/core';
import type { MarkingTableView } from '@libretto/contracts';
import { cellIn, faultsOfRow, type MarkingColumn, type Refusal, sayingOf } from '@libretto/domain';
import { KeptHere } from '../../../platform/drafts';

type Item = MarkingTableView['items'][number];
type Typed = ReadonlyMap<string, readonly string[]>;

/** A column with its heading, and the words in which it shows what a cell says. */
export type ShownColumn = MarkingColumn & {
  readonly title: string;
  /** What can be written in it. */
  readonly takes: string;
  readonly wordOf: (value: string) => string;
};

/** A row as it stands on the screen. */
export interface ShownRow {
  readonly item: Item;
  readonly written: readonly string[];
  /** What is wrong with each cell, the empty ones included. */
  readonly faults: readonly (Refusal | null)[];
  readonly isTyped: boolean;
  /** The cells that have to be filled or changed before the row can be saved. */
  readonly missing: number;
}

/** What is written in the cells of the table, and not sent yet. This browser keeps it until it is sent or discarded. */
export class TableCells {
  private readonly typed = signal<Typed>(new Map());
  private readonly before: Typed[] = [];
  private readonly kept = new KeptHere<readonly (readonly [string, readonly string[]])[]>();
  private name = '';

  readonly rows: Signal<readonly ShownRow[]>;
  readonly ready = computed(() => this.rows().filter(({ isTyped, missing }) => isTyped && missing === 0));
  readonly incomplete = computed(() => this.rows().filter(({ isTyped, missing }) => isTyped && missing > 0));
  readonly hasTyped = computed(() => this.rows().some(({ isTyped }) => isTyped));

  constructor(
    private readonly items: Signal<readonly Item[]>,
    private readonly columns: Signal<readonly ShownColumn[]>,
  ) {
    this.rows = computed(() => this.items().map((item) => this.rowOf(item)));
  }

  /** Takes up what a closed window had not sent of this table. */
  async open(name: string): Promise<void> {
    this.name = name;
    const kept = await this.kept.take(name);
    if (kept.length) this.set(new Map([...this.typed(), ...kept.flat()]));
  }

  /** Writes cells; each shows the word of what it says. */
  write(cells: readonly { readonly row: number; readonly column: number; readonly written: string }[]): void {
    const typed = new Map(this.typed());
    for (const { row, column, written } of cells) {
      const [shown, at] = [this.rows()[row], this.columns()[column]];
      if (!shown?.item.can.mark || !at) continue;
      const says = cellIn(at, written);
      const line = [...(this.fitting(typed.get(shown.item.workId)) ?? shown.written)];
      line[column] = typeof says === 'string' ? at.wordOf(says) : written.trim();
      typed.set(shown.item.workId, line);
    }
    this.before.push(this.typed());
    this.set(typed);
  }

  undo(): void {
    const before = this.before.pop();
    if (before) this.set(before);
  }

  /** Those on the screen, or these of them. */
  forget(workIds: readonly string[] = this.items().map(({ workId }) => workId)): void {
    this.before.length = 0;
    this.set(new Map([...this.typed()].filter(([workId]) => !workIds.includes(workId))));
  }

  /** The complete rows as markings. */
  markings() {
    return this.ready().flatMap(({ item: { workId, version }, written }) => {
      const { mark, mustChange, stays, ...said } = sayingOf(this.columns(), written);
      return mark
        ? [{ workId, version, ...said, ...mark, ...(mark.outcome === 'not-passed' && { mustChange, stays }) }]
        : [];
    });
  }

  private set(typed: Typed): void {
    this.typed.set(typed);
    this.kept.keep(this.name, typed.size ? [...typed] : null);
  }

  /** The programme may have another rubric since. */
  private fitting(line: readonly string[] | undefined): readonly string[] | undefined {
    return line?.length === this.columns().length ? line : undefined;
  }

  private rowOf(item: Item): ShownRow {
    const typed = item.can.mark ? this.fitting(this.typed().get(item.workId)) : undefined;
    const written = typed ?? this.columns().map((column) => wordIn(column, item));
    const faults = item.can.mark ? faultsOfRow(this.columns(), written) : written.map(() => null);
    return {
      item,
      written,
      faults,
      isTyped: typed !== undefined,
      missing: faults.filter(Boolean).length,
    };
  }
}

/** What a row says in a column before anything is typed: its marker's marking, or their draft. */
function wordIn(column: ShownColumn, { own, draft }: Item): string {
  if (column.kind === 'level')
    return column.wordOf(
      own ? (own.rubric.find(({ row }) => row === column.row)?.level ?? '') : (draft.levels[column.row] ?? ''),
    );
  const said = own ?? draft;
  if (column.kind === 'mark') return column.wordOf(said.grade || said.outcome || '');
  return said[column.kind] ?? '';
}
