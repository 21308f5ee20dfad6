import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Receipt } from '@libretto/credentials';
import { SentencePipe } from '../../platform/language';
import { fileInReceipt } from './file-in-receipt';

type Compared =
  | { readonly file: string; readonly is: 'comparing' | 'other' | 'unreadable' }
  | { readonly file: string; readonly is: 'same'; readonly name: string };

/** Says whether a file that the reader has is one of those that a receipt names. It never leaves the browser. */
@Component({
  selector: 'lib-compare-with-receipt',
  imports: [MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './compare-with-receipt.html',
  styleUrl: './compare-with-receipt.css',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'hold($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class CompareWithReceipt {
  readonly receipt = input.required<Receipt>();

  protected readonly over = linkedSignal({ source: this.receipt, computation: () => false });
  protected readonly compared = linkedSignal<Receipt, Compared | undefined>({
    source: this.receipt,
    computation: () => undefined,
  });

  protected hold(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.over.set(false);
    await this.compare(event.dataTransfer?.files[0]);
  }

  protected async pick(picker: HTMLInputElement): Promise<void> {
    const [file] = picker.files ?? [];
    // The same file can be chosen again.
    picker.value = '';
    await this.compare(file);
  }

  private async compare(file: File | undefined): Promise<void> {
    if (!file) return;
    const asked: Compared = { file: file.name, is: 'comparing' };
    this.compared.set(asked);
    const found = await fileInReceipt(this.receipt(), file).then(
      (same): Compared => (same ? { file: file.name, is: 'same', name: same.name } : { file: file.name, is: 'other' }),
      (): Compared => ({ file: file.name, is: 'unreadable' }),
    );
    // Another file may have been chosen meanwhile.
    if (this.compared() === asked) this.compared.set(found);
  }
}
