import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';

/** Moves one of several up or down in their order, for whoever does not drag it. */
@Component({
  selector: 'lib-order-buttons',
  imports: [MatButtonModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button mat-button type="button" [disabled]="at() === 0" (click)="move.emit(at() - 1)" [attr.aria-label]="up()">
      <span aria-hidden="true">↑</span>
    </button>
    <button
      mat-button
      type="button"
      [disabled]="at() >= count() - 1"
      (click)="move.emit(at() + 1)"
      [attr.aria-label]="down()"
    >
      <span aria-hidden="true">↓</span>
    </button>
  `,
  // Its buttons stand in the row of the others.
  styles: ':host { display: contents; }',
})
export class OrderButtons {
  /** Its place, counted from 0. */
  readonly at = input.required<number>();
  /** How many there are. */
  readonly count = input.required<number>();
  readonly up = input.required<string>();
  readonly down = input.required<string>();
  /** Where it goes. */
  readonly move = output<number>();
}
