import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SubmittedFileView } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';

/** Which part of a version is looked at, where it has several: a file, or its text. */
@Component({
  selector: 'lib-file-choice',
  imports: [MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (files().length + (hasText() ? 1 : 0) > 1) {
      <nav [attr.aria-label]="'project-work.mark.files' | transloco">
        @for (file of files(); track file.id) {
          <button
            [matButton]="file.id === chosen() ? 'tonal' : 'text'"
            type="button"
            [attr.aria-current]="file.id === chosen()"
            (click)="choose.emit(file.id)"
          >
            {{ file.name }}
          </button>
        }
        @if (hasText()) {
          <button
            [matButton]="chosen() === 'text' ? 'tonal' : 'text'"
            type="button"
            [attr.aria-current]="chosen() === 'text'"
            (click)="choose.emit('text')"
          >
            {{ 'project-work.mark.text' | transloco }}
          </button>
        }
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      margin-bottom: var(--s3);
    }

    button {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
})
export class FileChoice {
  readonly files = input.required<readonly SubmittedFileView[]>();
  readonly hasText = input(false);
  readonly chosen = input.required<string | undefined>();
  readonly choose = output<string>();
}
