import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import {
  checkAttendanceReport,
  type CheckedReport,
  importAttendanceReport,
  listSessions,
  readToldReport,
  type ReportedLines,
  type ToldReport,
} from '@libretto/contracts';
import {
  headOfReport,
  isWholeMapping,
  linesOfReport,
  mostReported,
  type ReportColumn,
  reportColumns,
  type ReportMapping,
} from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { readTable } from '../../platform/tables/read-table';
import { HoursPipe, zonesToChoose } from '../../platform/time';
import { FileDrop } from '../../ui/file-drop';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { toneOf } from './mark-tones';
import { Waiting } from '../../ui/waiting';

interface ReadReport {
  readonly table: readonly (readonly string[])[];
  readonly head: number;
}

/** Takes a roll from the attendance report of a meeting: read, compared with the participants, looked at, saved. */
@Component({
  selector: 'lib-attendance-report-page',
  imports: [
    Waiting,
    FileDrop,
    HoursPipe,
    MatButtonModule,
    MatCheckboxModule,
    MatFormFieldModule,
    MatInputModule,
    PageHeader,
    Refused,
    RouterLink,
    SentencePipe,
    Status,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-report.page.html',
  styles: 'details > * { margin-block: var(--s4); }',
})
export class AttendanceReportPage {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly columns = reportColumns;
  protected readonly tones = toneOf;
  protected readonly sending = new Sending();
  protected readonly sessions = this.api.read(listSessions, () => ({ params: { editionId: this.editionId() } }));
  /** What the server of the meeting has told by itself. */
  protected readonly told = this.api.read(readToldReport, () => ({ params: this.params() }));
  protected readonly session = computed(() =>
    this.sessions.value()?.sessions.find(({ id }) => id === this.sessionId()),
  );
  protected readonly zone = linkedSignal(() => this.session()?.zone ?? 'Europe/Rome');

  protected readonly zones = computed(() => zonesToChoose(this.zone()));

  private readonly report = signal<ReadReport | undefined>(undefined);
  protected readonly fault = signal<'unreadable' | 'too-long' | 'empty' | undefined>(undefined);
  protected readonly mapping = signal<ReportMapping>({});
  /** The headings of the file, to choose from where a column is not known. */
  protected readonly headings = computed(() => this.report()?.table[this.report()?.head ?? 0] ?? []);
  protected readonly isWhole = computed(() => isWholeMapping(this.mapping()));
  private readonly chosen = signal<ReadonlyMap<string, string | null>>(new Map());
  protected readonly checked = signal<CheckedReport | undefined>(undefined);
  protected readonly over = signal(false);
  /** The people for whom saving writes a mark. */
  protected readonly written = computed(
    () => this.checked()?.participants.filter(({ standing }) => this.over() || standing === null).length ?? 0,
  );

  protected async read(file: Blob): Promise<void> {
    try {
      const { rows } = await readTable(file);
      await this.take(rows);
    } catch {
      this.checked.set(undefined);
      this.fault.set('unreadable');
    }
  }

  protected peopleIn(lines: ToldReport['lines']): number {
    return new Set(lines.map(({ email }) => email)).size;
  }

  protected async readTold(lines: ToldReport['lines']): Promise<void> {
    const rows = lines.map(({ name, email, joined, left }) => [name, email, joined, left]);
    await this.take([['name', 'email', 'join time', 'leave time'], ...rows]);
  }

  private async take(table: ReadReport['table']): Promise<void> {
    this.checked.set(undefined);
    this.chosen.set(new Map());
    const { at, mapping } = headOfReport(table);
    this.report.set({ table, head: at });
    this.mapping.set(mapping);
    await this.check();
  }

  protected async map(column: ReportColumn, at: string): Promise<void> {
    this.mapping.update((mapping) => ({ ...mapping, [column]: at === '' ? undefined : Number(at) }));
    await this.check();
  }

  protected async choose(who: string, enrolmentId: string): Promise<void> {
    this.chosen.update((chosen) => new Map(chosen).set(who, enrolmentId || null));
    await this.check();
  }

  protected async readIn(zone: string): Promise<void> {
    this.zone.set(zone);
    await this.check();
  }

  protected async save(): Promise<void> {
    const body = { ...this.body(), over: this.over() };
    await this.sending.run(async () => {
      const { people } = await this.api.send(importAttendanceReport, { params: this.params(), body });
      this.notices.tell('report-taken', { people });
      await this.router.navigate(['/editions', this.editionId(), 'sessions', this.sessionId(), 'roll']);
    });
  }

  private async check(): Promise<void> {
    const body = this.body();
    this.fault.set(body.lines.length > mostReported ? 'too-long' : body.lines.length ? undefined : 'empty');
    if (this.fault() || !this.isWhole()) return;
    await this.sending.run(async () =>
      this.checked.set(await this.api.send(checkAttendanceReport, { params: this.params(), body })),
    );
  }

  private params() {
    return { editionId: this.editionId(), sessionId: this.sessionId() };
  }

  private body(): ReportedLines {
    const { table, head } = this.report() ?? { table: [], head: 0 };
    const lines = linesOfReport(table, head, this.mapping()).map(({ surname, ...line }) => ({
      name: `${line.name} ${surname}`.trim().slice(0, 320),
      email: line.email.slice(0, 320),
      joined: line.joined.slice(0, 320),
      left: line.left.slice(0, 320),
      minutes: line.minutes.slice(0, 320),
    }));
    const chosen = [...this.chosen()].map(([who, enrolmentId]) => ({ who, enrolmentId }));
    return { zone: this.zone(), lines, chosen };
  }
}
