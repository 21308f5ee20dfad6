import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { type CheckedPlan, checkSessionPlan, planSessions, readPlanning, type SessionPlan } from '@libretto/contracts';
import { unevenModules } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment, zonesToChoose } from '../../platform/time';
import { RefusalPipe } from '../../ui/refusal.pipe';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { ClashesList } from './clashes-list';
import { ForeseenSessions } from './foreseen-sessions';
import { PlanFile } from './plan-file';
import { SeriesForm } from './series-form';
import { UnevenModules } from './uneven-modules';

type Lines = SessionPlan['lines'];

/** Plans several sessions: those of the programme, of a series or of a file, looked at before any is saved. */
@Component({
  selector: 'lib-plan-sessions-page',
  imports: [
    ClashesList,
    ForeseenSessions,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    Moment,
    PageHeader,
    PlanFile,
    Refused,
    RefusalPipe,
    RouterLink,
    SeriesForm,
    Status,
    SentencePipe,
    UnevenModules,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-sessions.page.html',
})
export class PlanSessionsPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly planning = this.api.read(readPlanning, () => ({ params: { editionId: this.editionId() } }));
  protected readonly zones = zonesToChoose();
  protected readonly zone = linkedSignal(() => this.planning.value()?.zone ?? 'UTC');
  protected readonly sending = new Sending();
  private readonly lines = signal<Lines>([]);
  /** What became of each line that is to be planned. */
  private readonly checked = signal<ReadonlyMap<Lines[number], CheckedPlan['lines'][number]>>(new Map());
  private readonly modules = signal<CheckedPlan['modules']>([]);
  private readonly leftOut = signal<ReadonlySet<Lines[number]>>(new Set());
  protected readonly rows = computed(() =>
    this.lines().map((line) => ({ line, isChosen: !this.leftOut().has(line), answer: this.checked().get(line) })),
  );
  private readonly chosen = computed(() => this.lines().filter((line) => !this.leftOut().has(line)));
  protected readonly counts = computed(() => ({
    sessions: this.chosen().length,
    faults: this.chosen().filter((line) => this.checked().get(line)?.fault).length,
    clashes: this.chosen().filter(
      (line) => this.checked().get(line)?.clashes.sessions.length || this.checked().get(line)?.clashes.participants,
    ).length,
  }));
  /** The modules whose planned minutes are others than the programme's. */
  protected readonly uneven = computed(() => unevenModules(this.modules()));

  protected async show(lines: Lines): Promise<void> {
    this.leftOut.set(new Set());
    this.lines.set(lines);
    await this.check();
  }

  protected async choose(line: Lines[number], isChosen: boolean): Promise<void> {
    this.leftOut.update((leftOut) => {
      const others = new Set(leftOut);
      if (isChosen) others.delete(line);
      else others.add(line);
      return others;
    });
    await this.check();
  }

  protected async chooseZone(zone: string): Promise<void> {
    this.zone.set(zone);
    await this.check();
  }

  protected async plan(): Promise<void> {
    const editionId = this.editionId();
    await this.sending.run(async () => {
      await this.api.send(planSessions, { params: { editionId }, body: this.body(this.chosen()) });
      await this.router.navigate(['/editions', editionId, 'sessions']);
    });
  }

  private async check(): Promise<void> {
    const asked = this.chosen();
    if (!asked.length) return;
    await this.sending.run(async () => {
      const params = { editionId: this.editionId() };
      const { lines, modules } = await this.api.send(checkSessionPlan, { params, body: this.body(asked) });
      // An answer to what was chosen before comes too late.
      if (asked !== this.chosen()) return;
      this.checked.set(new Map(lines.flatMap((answer, at) => (asked[at] ? [[asked[at], answer]] : []))));
      this.modules.set(modules);
    });
  }

  private body(lines: Lines): SessionPlan {
    return { zone: this.zone(), lines };
  }
}
