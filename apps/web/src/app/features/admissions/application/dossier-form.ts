import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import {
  type ApplicationFormBody,
  type EvidenceView,
  type FormField,
  type MyApplication,
  saveApplication,
} from '@libretto/contracts';
import { monthsOfExperience, partOf, showing } from '@libretto/domain';
import type { KeyBelow, SentenceKey } from '@libretto/language';
import { Api, type RequestOf } from '../../../platform/api';
import { keepDraft } from '../../../platform/drafts';
import {
  countriesIn,
  injectSay,
  inLanguage,
  InLanguagePipe,
  languagesIn,
  ReadingLanguage,
  SentencePipe,
} from '../../../platform/language';
import { today } from '../../../platform/time';
import { DraftState } from '../../../ui/draft-state';
import { Illustrative } from '../../programmes';
import { type ApplicationDraft, bodyOf, draftOf, type ListKey } from './application-draft';
import { EvidenceOfKind } from '../dossier/evidence-of-kind';
import { type Asked, askedIn, type Typed, type TypedRow } from './form/asked';
import { fixedRows } from './form/fixed-rows';
import { QuestionAt } from '../dossier/question-at';
import { OneField } from './form/one-field';
import { OwnFields } from './form/own-fields';
import { Rows } from './form/rows';
import type { TypedAnswers } from './form/typed';

/** The anchor of each list, for links from missing parts, and the words for its rows. */
const lists: readonly { key: ListKey; anchor: string; legend: SentenceKey; add: SentenceKey; hint?: SentenceKey }[] = [
  { key: 'degrees', anchor: 'degree', legend: 'admissions.form.degree', add: 'admissions.form.add-degree' },
  {
    key: 'posts',
    anchor: 'post',
    legend: 'admissions.form.post',
    add: 'admissions.form.add-post',
    hint: 'admissions.form.posts-hint',
  },
  {
    key: 'languages',
    anchor: 'language',
    legend: 'admissions.form.language-number',
    add: 'admissions.form.add-language',
  },
  {
    key: 'referees',
    anchor: 'referees',
    legend: 'admissions.form.referee-number',
    add: 'admissions.form.add-referee',
    hint: 'admissions.form.referees-hint',
  },
];

/** The form of an application. It saves itself a moment after each change. */
@Component({
  selector: 'lib-dossier-form',
  imports: [
    SentencePipe,
    InLanguagePipe,
    DraftState,
    EvidenceOfKind,
    Illustrative,
    OneField,
    OwnFields,
    QuestionAt,
    Rows,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dossier-form.html',
  styleUrl: './dossier-form.css',
})
export class DossierForm {
  readonly editionId = input.required<string>();
  readonly stored = input.required<ApplicationFormBody>();
  /** The programme's own fields. */
  readonly fields = input.required<readonly FormField[]>();
  /** The programme's parts and criteria; values made up by its author are marked. */
  readonly programme = input.required<Pick<MyApplication, 'parts' | 'criteria' | 'illustrative'>>();
  readonly evidence = input.required<readonly EvidenceView[]>();
  /** The form or one of its files has changed. */
  readonly saved = output();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  protected readonly draft = keepDraft<ApplicationDraft, ApplicationFormBody>(() => ({
    name: `application/${this.editionId()}`,
    stored: this.stored(),
    show: (form) => draftOf(form, this.fields()),
    read: (screen, base) => {
      const { body, gaps, faulty } = bodyOf(screen, this.fields(), base);
      return { stored: body, unkept: gaps + faulty.length };
    },
    send: (body) => this.send(body),
  }));
  protected readonly screen = computed(() => this.draft.screen() ?? draftOf(this.stored(), this.fields()));
  /** The lists that this programme asks for, each with the criteria that read it. */
  protected readonly lists = computed(() => {
    const { parts, criteria } = this.programme();
    return lists
      .filter(({ key }) => key === 'referees' || parts.includes(key))
      .map((list) => ({ ...list, criteria: criteria.filter(({ about }) => about && partOf[about] === list.key) }));
  });
  protected readonly asksExceptions = computed(() => this.programme().parts.includes('exceptionalConditions'));
  protected readonly columns = computed(() => {
    const code = this.reading.code();
    return fixedRows({ say: this.say, countries: countriesIn(code), languages: languagesIn(code) });
  });
  protected readonly texts = computed(() => {
    this.reading.code();
    const long = (id: string, key: SentenceKey, required: boolean): Asked => ({
      id,
      rule: { kind: 'text', long: true, max: 4000 },
      required,
      label: this.say(key),
    });
    return {
      motivation: long('motivation', 'admissions.form.motivation-label', true),
      exceptionalConditions: long('exceptionalConditions', 'admissions.form.exception-label', false),
    };
  });
  private readonly kept = computed(() => bodyOf(this.screen(), this.fields(), this.stored()));
  protected readonly gaps = computed(() => this.kept().gaps);
  protected readonly written = computed(() => ({ form: this.kept().body, evidence: this.evidence() }));
  /** Faults in hidden fields do not count. */
  protected readonly faults = computed(() => {
    const faulty = new Set(this.kept().faulty);
    return showing(this.fields(), this.written()).filter(({ id }) => faulty.has(id)).length;
  });
  /** The number of rows and answers on the screen that cannot be stored as they are. */
  readonly unkept = computed(() => this.gaps() + this.faults());
  protected readonly months = computed(() => monthsOfExperience(this.kept().body.posts, today()));

  /** Saves pending changes before submitting; answers whether all of them were saved. */
  async saveNow(): Promise<boolean> {
    await this.draft.saveNow();
    return this.draft.standing() !== 'unsaved';
  }

  protected readonly labelOf = (path: readonly string[]): string => {
    const [key = '', row] = path;
    if (key === 'answers') return inLanguage(this.fields().find(({ id }) => id === row)?.label, this.reading.code());
    const title = this.say(`admissions.field.${key as KeyBelow<'admissions.field'>}`);
    const field = this.askedAt(path);
    return field ? `${title}, ${field.label}` : title;
  };
  protected readonly wordOf = (path: readonly string[], value: string): string =>
    this.askedAt(path)?.options?.find(({ id }) => id === value)?.label ?? value;

  protected write(key: keyof ApplicationDraft, value: Typed | TypedRow[] | TypedAnswers): void {
    this.draft.write((draft) => ({ ...draft, [key]: value }));
  }

  /**
   * The field at a path in the draft: a column of a list of every form, a field of the programme's own, or a column of
   * one.
   */
  private askedAt([key, row, ...rest]: readonly string[]): Asked | undefined {
    const list = lists.find((one) => one.key === key);
    const column = rest.at(-1);
    if (list) return this.columns()[list.key].find(({ id }) => id === column);
    const field = key === 'answers' ? this.fields().find(({ id }) => id === row) : undefined;
    const simple = field?.kind === 'group' ? field.fields.find(({ id }) => id === column) : field;
    return simple && simple.kind !== 'file' ? askedIn(this.reading.code(), simple) : undefined;
  }

  private async send(body: RequestOf<typeof saveApplication>['body']): Promise<ApplicationFormBody> {
    const { stored } = await this.api.sendAway(saveApplication, { params: { editionId: this.editionId() }, body });
    this.saved.emit();
    return stored;
  }
}
