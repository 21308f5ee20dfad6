import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import type { Texts } from '@libretto/domain';
import { directionOf, injectSay, nameOf, ReadingLanguage } from '../../../platform/language';

/** A text in the language that its author writes just now; while it is empty, with what another language says. */
@Component({
  selector: 'lib-text-in-language',
  imports: [MatFormFieldModule, MatInputModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ label() }}</mat-label>
      @if (rows(); as rows) {
        <textarea
          #area
          matInput
          [rows]="rows"
          [attr.maxlength]="most()"
          [lang]="language()"
          [dir]="direction()"
          [value]="value()"
          (input)="write(area.value)"
        ></textarea>
      } @else {
        <input
          #line
          matInput
          [attr.maxlength]="most()"
          [lang]="language()"
          [dir]="direction()"
          [value]="value()"
          (input)="write(line.value)"
        />
      }
      @if (original() || hint(); as words) {
        <mat-hint>{{ words }}</mat-hint>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }

    mat-form-field {
      width: 100%;
    }
  `,
})
export class TextInLanguage {
  readonly label = input.required<string>();
  readonly texts = input.required<Texts>();
  readonly language = input.required<string>();
  readonly most = input.required<number>();
  /** For a text of several lines. */
  readonly rows = input<number>();
  readonly hint = input<string>();
  readonly changed = output<Texts>();

  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  protected readonly direction = computed(() => directionOf(this.language()));
  protected readonly value = computed(() => this.texts()[this.language()] ?? '');
  protected readonly original = computed(() => {
    const [code, text] = Object.entries(this.texts()).find(([, words]) => words.trim()) ?? [];
    if (!code || this.value()) return undefined;
    return this.say('self-tests.edit.original', {
      language: nameOf(this.reading.code(), 'language', code),
      text: text ?? '',
    });
  });

  protected write(text: string): void {
    this.changed.emit({ ...this.texts(), [this.language()]: text });
  }
}
