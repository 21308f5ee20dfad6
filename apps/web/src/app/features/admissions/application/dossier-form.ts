import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type ApplicationFormBody, type EvidenceView, type FormField, saveApplication } from '@libretto/contracts';
import { monthsOfExperience, showing } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { countriesIn, languagesIn, ReadingLanguage } from '../../../platform/language';
import { today } from '../../../platform/time';
import { ErrorPanel } from '../../../ui/error-panel';
import { Illustrative } from '../../programmes';
import { type ApplicationDraft, bodyOf, draftOf, type ListKey } from './application-draft';
import { EvidenceOfKind } from './evidence-of-kind';
import type { Asked, Typed, TypedRow } from './form/asked';
import { fixedRows } from './form/fixed-rows';
import { QuestionAt } from '../return/question-at';
import { OneField } from './form/one-field';
import { OwnFields } from './form/own-fields';
import { Rows } from './form/rows';
import type { TypedAnswers } from './form/typed';

const pauseMs = 700;

/** Where what is missing leads, and what a row of each list is called. */
const lists: readonly { key: ListKey; anchor: string; legend: string; add: string; hint?: string }[] = [
  { key: 'degrees', anchor: 'degree', legend: 'admissions.form.degree', add: 'admissions.form.add-degree' },
  { key: 'posts', anchor: 'post', legend: 'admissions.form.post', add: 'admissions.form.add-post', hint: 'admissions.form.posts-hint' },
  { key: 'languages', anchor: 'language', legend: 'admissions.form.language-number', add: 'admissions.form.add-language' },
  { key: 'referees', anchor: 'referees', legend: 'admissions.form.referee-number', add: 'admissions.form.add-referee', hint: 'admissions.form.referees-hint' },
];

/** The form of an application. It saves itself a moment after each change. */
@Component({
  selector: 'lib-dossier-form',
  imports: [TranslocoPipe, ErrorPanel, EvidenceOfKind, Illustrative, OneField, OwnFields, QuestionAt, Rows],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dossier-form.html',
  styleUrl: './dossier-form.css',
})
export class DossierForm {
  readonly editionId = input.required<string>();
  readonly stored = input.required<ApplicationFormBody>();
  /** Of the programme's own. */
  readonly fields = input.required<readonly FormField[]>();
  /** Whose the programme's own fields are: what its author made up is marked. */
  readonly programme = input.required<{ readonly illustrative: readonly string[] }>();
  readonly evidence = input.required<readonly EvidenceView[]>();
  /** The form or one of its files has changed. */
  readonly saved = output();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  private readonly transloco = inject(TranslocoService);
  protected readonly draft = linkedSignal<ApplicationFormBody, ApplicationDraft>({
    source: this.stored,
    // What was saved comes back; what is being typed meanwhile stays.
    computation: (form, before) => before?.value ?? draftOf(form, this.fields()),
  });
  protected readonly lists = lists;
  protected readonly columns = computed(() => {
    const code = this.reading.code();
    const say = (key: string) => this.transloco.translate<string>(key);
    return fixedRows({ say, countries: countriesIn(code), languages: languagesIn(code) });
  });
  protected readonly texts = computed(() => {
    this.reading.code();
    const long = (id: string, key: string, required: boolean): Asked => ({ id, rule: { kind: 'text', long: true, max: 4000 }, required, label: this.transloco.translate(key) });
    return {
      motivation: long('motivation', 'admissions.form.motivation-label', true),
      exceptionalConditions: long('exceptionalConditions', 'admissions.form.exception-label', false),
    };
  });
  private readonly kept = computed(() => bodyOf(this.draft(), this.fields()));
  protected readonly gaps = computed(() => this.kept().gaps);
  protected readonly written = computed(() => ({ form: this.kept().body, evidence: this.evidence() }));
  /** What is hidden bothers nobody. */
  protected readonly faults = computed(() => {
    const faulty = new Set(this.kept().faulty);
    return showing(this.fields(), this.written()).filter(({ id }) => faulty.has(id)).length;
  });
  /** How much of what stands on the screen is kept nowhere as long as it stays as it is. */
  readonly unkept = computed(() => this.gaps() + this.faults());
  protected readonly months = computed(() => monthsOfExperience(this.kept().body.posts, today()));
  protected readonly standing = signal<'calm' | 'saving' | 'saved'>('calm');
  protected readonly refused = signal<unknown>(undefined);

  private timer: ReturnType<typeof setTimeout> | undefined;
  private going: Promise<void> = Promise.resolve();

  constructor() {
    // Whoever leaves the page in the middle of a word keeps it.
    inject(DestroyRef).onDestroy(() => {
      if (this.timer !== undefined) void this.saveNow();
    });
  }

  /** Saves what waits to be saved; before submitting. */
  saveNow(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.going = this.going.then(() => this.save());
    return this.going;
  }

  protected saveSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), pauseMs);
  }

  protected write(key: keyof ApplicationDraft, value: Typed | TypedRow[] | TypedAnswers): void {
    this.draft.update((draft) => ({ ...draft, [key]: value }));
  }

  private async save(): Promise<void> {
    this.standing.set('saving');
    this.refused.set(undefined);
    try {
      await this.api.send(saveApplication, { params: { editionId: this.editionId() }, body: this.kept().body });
      this.standing.set('saved');
      this.saved.emit();
    } catch (error) {
      this.standing.set('calm');
      this.refused.set(error);
    }
  }
}
