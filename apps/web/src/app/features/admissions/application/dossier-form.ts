import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { applyEach, form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApplicationFormBody, saveApplication } from '@libretto/contracts';
import { cefrLevels } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { countriesIn, languagesIn, ReadingLanguage } from '../../../platform/language';
import { ErrorPanel } from '../../../ui/error-panel';
import { FieldError } from '../../../ui/form';
import { type ApplicationDraft, bodyOf, draftOf, emptyRows, type RowKind } from './application-draft';

const pauseMs = 700;

/** The form of an application. It saves itself a moment after each change. */
@Component({
  selector: 'lib-dossier-form',
  imports: [FormField, MatButtonModule, MatFormFieldModule, MatInputModule, TranslocoPipe, ErrorPanel, FieldError],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dossier-form.html',
  styleUrl: './dossier-form.css',
})
export class DossierForm {
  readonly editionId = input.required<string>();
  readonly stored = input.required<ApplicationFormBody>();
  readonly saved = output();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  private readonly draft = linkedSignal<ApplicationFormBody, ApplicationDraft>({
    source: this.stored,
    // What was saved comes back; what is being typed meanwhile stays.
    computation: (form, before) => before?.value ?? draftOf(form),
  });
  protected readonly form = form(this.draft, (path) => {
    applyEach(path.degrees, (row) => {
      required(row.title);
      required(row.institution);
      required(row.country);
      required(row.eqfLevel);
      required(row.year);
      maxLength(row.year, 4);
    });
    applyEach(path.posts, (row) => {
      required(row.employer);
      required(row.role);
      required(row.from);
    });
    applyEach(path.languages, (row) => {
      required(row.language);
      required(row.level);
    });
    applyEach(path.referees, (row) => {
      required(row.name);
      required(row.email);
    });
    maxLength(path.motivation, 4000);
    maxLength(path.exceptionalConditions, 4000);
  });
  protected readonly countries = computed(() => countriesIn(this.reading.code()));
  protected readonly languages = computed(() => languagesIn(this.reading.code()));
  protected readonly levels = ['1', '2', '3', '4', '5', '6', '7', '8'];
  protected readonly cefrLevels = cefrLevels;
  protected readonly standing = signal<'calm' | 'saving' | 'saved'>('calm');
  protected readonly refused = signal<unknown>(undefined);
  protected readonly gaps = computed(() => bodyOf(this.draft()).gaps);

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

  protected add(kind: RowKind): void {
    this.draft.update((draft) => ({ ...draft, [kind]: [...draft[kind], { ...emptyRows[kind] }] }));
  }

  protected remove(kind: RowKind, at: number): void {
    this.draft.update((draft) => ({ ...draft, [kind]: draft[kind].filter((_, index) => index !== at) }));
    this.saveSoon();
  }

  private async save(): Promise<void> {
    this.standing.set('saving');
    this.refused.set(undefined);
    try {
      await this.api.send(saveApplication, { params: { editionId: this.editionId() }, body: bodyOf(this.draft()).body });
      this.standing.set('saved');
      this.saved.emit();
    } catch (error) {
      this.standing.set('calm');
      this.refused.set(error);
    }
  }
}
