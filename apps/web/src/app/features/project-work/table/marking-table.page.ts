import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { markWorks, readMarkingTable, type WorksMarked } from '@libretto/contracts';
import { isRefusal, type LaidCell, layBlock } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { injectSay, InLanguagePipe, SentencePipe } from '../../../platform/language';
import { readClip } from '../../../platform/tables/read-clip';
import { BriefChoice } from '../../../ui/brief-choice';
import { Confirm } from '../../../ui/confirm';
import { Empty } from '../../../ui/empty';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { Refused, Sending } from '../../../ui/sending';
import { Waiting } from '../../../ui/waiting';
import type { Cell } from './grid-steps';
import { MarkingGrid } from './marking-grid';
import { PastePreview } from './paste-preview';
import { injectColumns } from './table-columns';
import { TableCells } from './table-cells';

/** All works for one brief in a table, marked by keyboard and saved with one press. */
@Component({
  selector: 'lib-marking-table-page',
  imports: [
    BriefChoice,
    Empty,
    InLanguagePipe,
    MarkingGrid,
    MatButtonModule,
    PageHeader,
    Pager,
    PastePreview,
    Refused,
    RefusalPipe,
    RouterLink,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marking-table.page.html',
})
export class MarkingTablePage {
  readonly editionId = input.required<string>();
  /** The programme's first one where none is named. */
  readonly brief = input<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly columnsOf = injectColumns();
  protected readonly asked = this.api.read(readMarkingTable, () => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief(), after: this.after() },
  }));
  protected readonly view = lastOf(this.asked);
  protected readonly columns = computed(() => {
    const view = this.view();
    return view ? this.columnsOf(view) : [];
  });
  protected readonly cells = new TableCells(
    computed(() => this.view()?.items ?? []),
    this.columns,
  );
  protected readonly grid = viewChild(MarkingGrid);
  protected readonly sending = new Sending();
  protected readonly sent = signal<WorksMarked | undefined>(undefined);
  protected readonly laid = signal<ReturnType<typeof layBlock> | undefined>(undefined);
  protected readonly isUnreadable = signal(false);
  protected readonly notMarked = computed(() =>
    (this.sent()?.refused ?? []).map(({ workId, why }) => ({
      why,
      name: this.view()?.items.find((item) => item.workId === workId)?.by,
    })),
  );
  /** What keeps typed rows from being saved, cell by cell. */
  protected readonly faults = computed(() =>
    this.cells.incomplete().flatMap(({ item, faults }) =>
      faults.flatMap((fault, at) =>
        fault
          ? [
              {
                name: item.by,
                column: this.columns()[at]?.title,
                why: { code: fault.refused, numbers: fault.numbers },
              },
            ]
          : [],
      ),
    ),
  );

  constructor() {
    // The cells of another rubric would come to stand under other columns: they are kept under a name of their own.
    const name = computed(() => {
      const rows = this.view()?.rubric.map(({ id }) => id);
      return rows && `marking-table/${this.editionId()}/${rows.join(' ')}`;
    });
    effect(() => {
      const opened = name();
      if (opened) untracked(() => void this.cells.open(opened));
    });
  }

  protected endPasting(cells: readonly LaidCell[]): void {
    if (cells.length) this.cells.write(cells);
    this.laid.set(undefined);
    this.grid()?.focus();
  }

  protected async paste({
    text,
    isFromSheet,
    from,
  }: {
    text: string;
    isFromSheet: boolean;
    from: Cell;
  }): Promise<void> {
    const block = await readClip(text, isFromSheet).catch(() => undefined);
    this.isUnreadable.set(!block);
    if (!block) return;
    const rows = this.cells.rows().map(({ item: { can, whyNotMark } }) => ({
      whyNot: can.mark || !whyNotMark ? null : ({ refused: whyNotMark.code, numbers: whyNotMark.numbers } as never),
    }));
    const laid = layBlock(block, from, this.columns(), rows);
    const [only] = laid.cells;
    if (only && laid.cells.length === 1 && !laid.outside && !isRefusal(only.says)) this.cells.write([only]);
    else this.laid.set(laid);
  }

  protected async save(): Promise<void> {
    const works = this.cells.markings();
    await this.sending.run(async () => {
      const sent = await this.api.send(markWorks, { params: { editionId: this.editionId() }, body: { works } });
      this.sent.set(sent);
      this.cells.forget(sent.marked);
      this.asked.reload();
    });
  }

  protected async discard(): Promise<void> {
    const asked = {
      title: this.say('project-work.table.discard'),
      consequence: this.say('project-work.table.discard-sure'),
      verb: this.say('project-work.table.discard'),
    };
    if (await this.confirm.ask(asked)) this.cells.forget();
  }
}
