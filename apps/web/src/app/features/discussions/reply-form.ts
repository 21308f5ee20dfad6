import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { listReaders, writePost } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One more post. People to mention are chosen from those who may read it, and stand in the text as `@` and their name. */
@Component({
  selector: 'lib-reply-form',
  imports: [FormRoot, MatAutocompleteModule, MatFormFieldModule, MatInputModule, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reply-form.html',
})
export class ReplyForm {
  readonly editionId = input.required<string>();
  readonly threadId = input.required<string>();
  /** The id of the new post. */
  readonly written = output<string>();

  private readonly api = inject(Api);
  private readonly params = () => ({ editionId: this.editionId(), threadId: this.threadId() });
  private readonly model = signal({ text: '' });
  private readonly chosen = signal<readonly Named[]>([]);
  /** Those of the chosen whose name still stands in the text. */
  protected readonly mentioned = computed(() =>
    this.chosen().filter(({ name }) => this.model().text.includes(`@${name}`)),
  );
  protected readonly names = computed(() =>
    this.mentioned()
      .map(({ name }) => name)
      .join(', '),
  );
  protected readonly sought = signal('');
  protected readonly readers = this.api.read(listReaders, () =>
    this.sought() ? { params: this.params(), query: { q: this.sought() } } : undefined,
  );
  protected readonly form = formToSend(writePost, this.model, (typed) => this.send(typed.text), {
    body: ({ text }) => ({ text, mentions: this.mentioned().map(({ id }) => id) }),
    next: () => ({ text: '' }),
  });

  protected mention({ option }: MatAutocompleteSelectedEvent, box: HTMLInputElement): void {
    const person = option.value as Named;
    box.value = '';
    this.sought.set('');
    this.chosen.update((before) => [...before.filter(({ id }) => id !== person.id), person]);
    this.model.update(({ text }) => ({ text: `${text}${text && !/\s$/.test(text) ? ' ' : ''}@${person.name} ` }));
    this.form.text().focusBoundControl();
  }

  private async send(text: string): Promise<void> {
    const mentions = this.mentioned().map(({ id }) => id);
    const { id } = await this.api.send(writePost, { params: this.params(), body: { text, mentions } });
    this.chosen.set([]);
    this.written.emit(id);
  }
}
