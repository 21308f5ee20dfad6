import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { changeRubric, readProgramme } from '@libretto/contracts';
import { briefsIn, pointsOf } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { injectSay, InLanguagePipe, LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { BriefChoice } from '../../../ui/brief-choice';
import { formToSend, Send, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { OrderButtons } from '../../../ui/order-buttons';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';
import {
  asRubric,
  asTyped,
  fewestLevels,
  newLevel,
  newLevels,
  newRow,
  type TypedLevel,
  type TypedRow,
} from './rubric-sheet';

/** The rubric of a brief: its criteria, their weights and levels. It is published in a new version of the programme. */
@Component({
  selector: 'lib-rubric-page',
  imports: [
    BriefChoice,
    FormRoot,
    InLanguagePipe,
    LanguageNamesPipe,
    MatButtonModule,
    OrderButtons,
    PageHeader,
    RouterLink,
    Send,
    SentencePipe,
    TextField,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rubric.page.html',
  styleUrl: './rubric.page.css',
})
export class RubricPage {
  readonly slug = input.required<string>();
  /** The id of the brief; absent: the first. */
  readonly brief = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly say = injectSay();

  protected readonly programme = this.api.read(readProgramme, () => ({ params: { slug: this.slug() } }));
  protected readonly briefs = computed(() => {
    const page = this.programme.value();
    return page ? briefsIn(page.definition.projectWork) : [];
  });
  protected readonly asked = computed(() => this.briefs().find(({ id }) => id === this.brief()) ?? this.briefs()[0]);
  /** The languages in which the programme has its title: its rubric speaks them too. */
  protected readonly languages = computed(() => Object.keys(this.programme.value()?.definition.title ?? {}));

  private readonly model = linkedSignal(() => ({ rubric: asTyped(this.asked()?.rubric ?? [], this.languages()) }));
  protected readonly form = formToSend(changeRubric, this.model, () => this.publish(), { body: () => this.body() });
  protected readonly moved = signal('');

  protected readonly rows = computed(() => this.model().rubric);
  /** The share of each row in all points, in percent; `null` where the rubric counts none. */
  protected readonly shares = computed(() => {
    const rubric = asRubric(this.rows());
    const mostOf = (row: (typeof rubric)[number]) => pointsOf([row], [])?.most ?? 0;
    const sum = rubric.reduce((all, row) => all + mostOf(row), 0);
    return sum === 0 ? null : rubric.map((row) => Math.round((100 * mostOf(row)) / sum));
  });
  protected readonly most = computed(() => pointsOf(asRubric(this.rows()), [])?.most ?? 0);

  protected addRow(): void {
    this.change((rows) => [...rows, newRow(this.languages())]);
  }

  protected removeRow(at: number): void {
    this.change((rows) => rows.filter((_, on) => on !== at));
  }

  protected moveRow(from: number, to: number): void {
    this.change((rows) => moved(rows, from, to));
    this.moved.set(this.say('programmes.rubric.moved', { number: to + 1, rows: this.rows().length }));
  }

  protected addLevels(at: number): void {
    this.changeLevels(at, (levels) =>
      levels.length ? [...levels, newLevel(this.languages())] : newLevels(this.languages()),
    );
  }

  /** A row that would have too few levels of its own has the usual ones again. */
  protected removeLevel(at: number, level: number): void {
    this.changeLevels(at, (levels) => (levels.length > fewestLevels ? levels.filter((_, on) => on !== level) : []));
  }

  private changeLevels(at: number, to: (levels: readonly TypedLevel[]) => readonly TypedLevel[]): void {
    this.change((rows) => rows.map((row, on) => (on === at ? { ...row, levels: to(row.levels) } : row)));
  }

  private change(to: (rows: readonly TypedRow[]) => TypedRow[]): void {
    this.model.update(({ rubric }) => ({ rubric: to(rubric) }));
  }

  private body() {
    return {
      brief: this.asked()?.id ?? '',
      version: this.programme.value()?.version ?? 0,
      rubric: asRubric(this.model().rubric),
    };
  }

  private async publish(): Promise<void> {
    const { slug, version } = await this.api.send(changeRubric, { params: { slug: this.slug() }, body: this.body() });
    this.notices.tell('published', { version });
    await this.router.navigate(['/programmes', slug]);
  }
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const all = [...items];
  all.splice(to, 0, ...all.splice(from, 1));
  return all;
}
