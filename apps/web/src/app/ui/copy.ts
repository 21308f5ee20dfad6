import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';

/** A button that copies a text, and says so: `<lib-copy [text]="address()" [verb]="…" [done]="…" />`. */
@Component({
  selector: 'lib-copy',
  imports: [MatButtonModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button mat-stroked-button type="button" (click)="copy()">{{ verb() }}</button>
    <span role="status">
      @if (copied()) {
        {{ done() }}
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3);
    }
  `,
})
export class Copy {
  readonly text = input.required<string>();
  readonly verb = input.required<string>();
  readonly done = input.required<string>();

  private readonly document = inject(DOCUMENT);
  /** Of this text: another one is not copied yet. */
  protected readonly copied = linkedSignal({ source: this.text, computation: () => false });

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.text());
    this.copied.set(true);
  }
}
