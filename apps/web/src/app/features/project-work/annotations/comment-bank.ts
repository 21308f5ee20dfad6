import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { keepComment, readComments, removeComment, type ReusableComment } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';

const mostByKey = 9;

/**
 * Comments that a marker uses again. A button, or Alt and its number, puts one into the text that was written last:
 * keys with Alt stand in nobody's way while they write.
 */
@Component({
  selector: 'lib-comment-bank',
  imports: [MatButtonModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './comment-bank.html',
  styleUrl: './comment-bank.css',
  host: { '(document:focusin)': 'remember($event)', '(document:keydown)': 'press($event)' },
})
export class CommentBank {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly isOpen = signal(false);
  protected readonly comments = this.api.read(readComments, () =>
    this.isOpen() ? { params: { editionId: this.editionId() } } : undefined,
  );
  protected readonly sending = new Sending();
  protected readonly byKey = mostByKey;
  private written: HTMLTextAreaElement | undefined;

  protected async add(text: HTMLTextAreaElement, isShared: boolean): Promise<void> {
    const body = { words: text.value, isShared };
    const params = { editionId: this.editionId() };
    if (!(await this.sending.run(() => this.api.send(keepComment, { params, body })))) return;
    text.value = '';
    this.comments.reload();
  }

  protected async remove({ id }: ReusableComment): Promise<void> {
    const params = { editionId: this.editionId(), reusableId: id };
    if (await this.sending.run(() => this.api.send(removeComment, { params }))) this.comments.reload();
  }

  protected insert({ words }: ReusableComment): void {
    const text = this.written;
    if (!text?.isConnected) return;
    const { selectionStart, selectionEnd, value } = text;
    const gap = selectionStart > 0 && !/\s$/.test(value.slice(0, selectionStart)) ? ' ' : '';
    text.setRangeText(`${gap}${words}`, selectionStart, selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.focus();
  }

  protected remember({ target }: FocusEvent): void {
    if (target instanceof HTMLTextAreaElement && !target.closest('lib-comment-bank')) this.written = target;
  }

  protected press(event: KeyboardEvent): void {
    const [, digit] = /^Digit([1-9])$/.exec(event.code) ?? [];
    if (!digit || !event.altKey || event.ctrlKey || event.metaKey) return;
    const found = this.comments.value()?.items[Number(digit) - 1];
    if (!found) return;
    event.preventDefault();
    this.insert(found);
  }
}
