import { CdkDrag, CdkDragHandle, CdkDropList, moveItemInArray } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { saveSelfTest, type SelfTestDraft, storableSelfTest } from '@libretto/contracts';
import {
  checksFor,
  emptyOption,
  emptyQuestion,
  emptySelfTest,
  hasOptions,
  isTestFault,
  type QuestionKind,
  questionKinds,
  type SelfTest,
  type TestCheck,
  testLimits,
  type TestQuestion,
} from '@libretto/domain';
import { Api } from '../../../platform/api';
import { keepDraft } from '../../../platform/drafts';
import { InLanguagePipe, injectSay, nameOf, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { DraftState } from '../../../ui/draft-state';
import { OrderButtons } from '../../../ui/order-buttons';
import { QuestionEditor } from './question-editor';
import { TestPreview } from './test-preview';
import { TestSettings } from './test-settings';
import { TextInLanguage } from './text-in-language';

/** A self-test as its authors write it: it keeps itself, says what is missing, and shows how it will be taken. */
@Component({
  selector: 'lib-self-test-editor',
  imports: [
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    DraftState,
    InLanguagePipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    OrderButtons,
    QuestionEditor,
    SentencePipe,
    TestPreview,
    TestSettings,
    TextInLanguage,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './self-test-editor.html',
  styleUrl: './self-test-editor.css',
})
export class SelfTestEditor {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  readonly languages = input.required<readonly string[]>();
  /** The language of the texts that are written just now. */
  readonly language = input.required<string>();
  readonly stored = input.required<SelfTest>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly kinds = questionKinds;
  protected readonly limits = testLimits;
  protected readonly isPreviewed = signal(false);
  protected readonly moved = signal('');
  /** The ids of the questions that are unfolded. */
  protected readonly unfolded = signal<ReadonlySet<string>>(new Set());

  readonly draft = keepDraft<SelfTest, SelfTest>(() => {
    const params = { editionId: this.editionId(), materialId: this.materialId() };
    return {
      name: `self-test/${params.materialId}`,
      stored: this.stored(),
      show: (stored) => stored,
      read: storableSelfTest,
      send: async (change) => {
        const body = change as Parameters<typeof this.sent>[1];
        return (await this.sent(params, body)).stored;
      },
    };
  });
  protected readonly screen = computed(() => this.draft.screen() ?? emptySelfTest());
  protected readonly checks = computed(() => {
    const all = checksFor(this.screen(), this.languages());
    const groups = [
      { title: 'faults', all: all.filter(isTestFault) },
      { title: 'advice', all: all.filter((one) => !isTestFault(one)) },
    ] as const;
    return groups.filter((group) => group.all.length);
  });

  protected readonly labelOf = ([part, rowId]: readonly string[]): string => {
    const at = this.screen().questions.findIndex((question) => question.rowId === rowId);
    if (part === 'questions' && at >= 0) return this.say('self-tests.question.number', { number: at + 1 });
    return this.say(part === 'settings' ? 'self-tests.settings.title' : 'self-tests.edit.title');
  };

  protected put(values: Partial<SelfTest>): void {
    this.draft.write((screen) => ({ ...screen, ...values }));
  }

  protected putQuestion(question: TestQuestion): void {
    this.put({ questions: this.screen().questions.map((one) => (one.rowId === question.rowId ? question : one)) });
  }

  protected add(kind: string): void {
    const options = hasOptions({ kind: kind as QuestionKind }) ? [newOption(), newOption()] : [];
    const question = emptyQuestion(crypto.randomUUID(), kind as QuestionKind, options);
    this.put({ questions: [...this.screen().questions, question] });
    this.show(question.rowId);
  }

  protected async remove({ rowId }: TestQuestion, number: number): Promise<void> {
    const asked = {
      title: this.say('self-tests.question.remove-question', { number }),
      consequence: this.say('self-tests.question.remove-consequence'),
      verb: this.say('self-tests.question.remove'),
    };
    if (await this.confirm.ask(asked))
      this.put({ questions: this.screen().questions.filter((one) => one.rowId !== rowId) });
  }

  protected move(from: number, to: number): void {
    if (from === to) return;
    const questions = [...this.screen().questions];
    moveItemInArray(questions, from, to);
    this.put({ questions });
    this.moved.set(this.say('self-tests.question.moved', { place: to + 1, of: questions.length }));
  }

  protected fold(rowId: string, { newState }: ToggleEvent): void {
    this.unfolded.update((all) => {
      const others = new Set(all);
      if (newState === 'open') others.add(rowId);
      else others.delete(rowId);
      return others;
    });
  }

  /** Goes to the question that a check is about. */
  protected goTo({ question }: TestCheck): void {
    const rowId = question === null ? undefined : this.screen().questions[question - 1]?.rowId;
    this.isPreviewed.set(false);
    if (rowId) this.show(rowId);
  }

  protected sentence({ what, question, language }: TestCheck): string {
    const name = language ? nameOf(this.reading.code(), 'language', language) : '';
    if (what === 'no-translation' && question === null)
      return this.say('self-tests.checks.no-translation-test', { language: name });
    const about = this.say(`self-tests.checks.${what}`, { language: name });
    return question === null ? about : this.say('self-tests.checks.of', { number: question }) + about;
  }

  private show(rowId: string): void {
    this.unfolded.update((all) => new Set([...all, rowId]));
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-question="${rowId}"] textarea`)?.focus());
  }

  private sent(
    params: { editionId: string; materialId: string },
    body: { from: Partial<SelfTestDraft>; to: Partial<SelfTestDraft> },
  ) {
    return this.api.sendAway(saveSelfTest, { params, body });
  }
}

const newOption = () => emptyOption(crypto.randomUUID());
