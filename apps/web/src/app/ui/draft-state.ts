import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { rowKey, draftValueAt } from '@libretto/domain';
import type { Draft } from '../platform/drafts';
import { injectSay, ReadingLanguage, SentencePipe } from '../platform/language';
import { ErrorPanel } from './error-panel';

/** The state of a draft, and the fields that have two values: one of them has to be chosen. */
@Component({
  selector: 'lib-draft-state',
  imports: [ErrorPanel, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-state.html',
  styleUrl: './draft-state.css',
})
export class DraftState<Screen extends object, Stored extends object> {
  readonly draft = input.required<Draft<Screen, Stored>>();
  /** The label of a field, by its path in the draft. */
  readonly label = input.required<(path: readonly string[]) => string>();
  /** The label of a value that is a code, by its path in the draft, down to the column of a row; `''` for one that says nothing. */
  readonly word = input<(path: readonly string[], value: string) => string>((_, value) => value);

  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  protected readonly questions = computed(() => {
    this.reading.code();
    const draft = this.draft();
    return draft.clashes().map((clash) => ({
      clash,
      label: this.label()(clash.path),
      mine: this.wordAll(clash.path, draftValueAt(draft.screen(), clash.path)),
      theirs: this.wordAll(clash.path, clash.theirs),
    }));
  });

  private wordAll(path: readonly string[], value: unknown): string {
    const words = wordsOf(path, value).map(([place, one]) => this.word()(place, one));
    return words.filter(Boolean).join(' · ') || this.say('shell.draft.nothing');
  }
}

/** Every simple value within a value, with its own path in the draft. */
const wordsOf = (path: readonly string[], value: unknown): [path: readonly string[], word: string][] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => wordsOf(path, one));
  if (typeof value === 'object' && value)
    return Object.entries(value).flatMap(([key, part]) => (key === rowKey ? [] : wordsOf([...path, key], part)));
  return value === '' || value === null || value === undefined ? [] : [[path, String(value)]];
};
