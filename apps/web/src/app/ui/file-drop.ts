import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { fileExtensions } from '@libretto/contracts';
import { SentencePipe } from '../platform/language';

/**
 * Takes one file, dropped or chosen, or `several`, one after the other. The page uploads it and gives the progress in `progress` (0 to 1; `undefined` when
 * nothing is under way).
 */
@Component({
  selector: 'lib-file-drop',
  imports: [MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './file-drop.html',
  styleUrl: './file-drop.css',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'hold($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class FileDrop {
  /** The purpose of the file: "Degree certificate". */
  readonly label = input.required<string>();
  /** As in `<input accept>`: `.pdf,.png`; without it, every accepted kind of document. */
  readonly accept = input<string>(fileExtensions.join(','));
  readonly largestMegabytes = input(20);
  readonly several = input(false);
  readonly progress = input<number>();
  readonly chosen = output<File>();
  /** The person does not want the file that is on its way to arrive. */
  readonly stopped = output();

  protected readonly over = signal(false);
  protected readonly fault = signal<'too-large' | 'empty' | undefined>(undefined);
  protected readonly percent = computed(() => Math.round((this.progress() ?? 0) * 100));

  protected hold(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.takeAll(event.dataTransfer?.files);
  }

  protected pick(input: HTMLInputElement): void {
    this.takeAll(input.files);
    // The same file can be chosen again after a refusal.
    input.value = '';
  }

  private takeAll(files: FileList | null | undefined): void {
    for (const file of [...(files ?? [])].slice(0, this.several() ? undefined : 1)) this.take(file);
  }

  private take(file: File): void {
    if (this.progress() !== undefined) return;
    const fault =
      file.size === 0 ? 'empty' : file.size > this.largestMegabytes() * 1024 * 1024 ? 'too-large' : undefined;
    this.fault.set(fault);
    if (!fault) this.chosen.emit(file);
  }
}
