import { ChangeDetectionStrategy, Component, input, linkedSignal, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { SentencePipe } from '../../platform/language';

const largestBytes = 20_000_000;

/** The one field of the page: takes a pasted link or text, or a file that is dropped, pasted or chosen. */
@Component({
  selector: 'lib-credential-field',
  imports: [MatButtonModule, MatFormFieldModule, MatInputModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './credential-field.html',
  styleUrl: './credential-field.css',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'hold($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
    '(paste)': 'paste($event)',
  },
})
export class CredentialField {
  /** The link in the page's address. */
  readonly link = input('');
  readonly handedIn = output<string | File>();

  protected readonly text = linkedSignal(() => this.link());
  protected readonly over = signal(false);
  protected readonly fault = signal<'nothing' | 'too-large' | undefined>(undefined);

  protected handInText(): void {
    const text = this.text().trim();
    this.fault.set(text ? undefined : 'nothing');
    if (text) this.handedIn.emit(text);
  }

  protected hold(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.handInFile(event.dataTransfer?.files[0]);
  }

  /** Text is pasted as usual; only a file is handled here. */
  protected paste(event: ClipboardEvent): void {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    this.handInFile(file);
  }

  protected pick(picker: HTMLInputElement): void {
    this.handInFile(picker.files?.[0]);
    // The same file can be chosen again.
    picker.value = '';
  }

  private handInFile(file: File | undefined): void {
    if (!file) return;
    this.fault.set(file.size > largestBytes ? 'too-large' : undefined);
    if (file.size > largestBytes) return;
    this.text.set('');
    this.handedIn.emit(file);
  }
}
